package dev.portolan.report.arrival;

import dev.portolan.report.signature.EnvironmentKey;
import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.signature.SignatureCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key with which an environment signs its own log entries; its public half is trusted, and so far no other. */
public final class SigningKey {
    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);

    private final ReportSigner signer;
    private final SignatureCheck check;

    /** @param configured as {@link EnvironmentKey#read} takes it; blank for a key that is lost with this process */
    public SigningKey(String configured, LogAuthor author) {
        if (configured.isBlank())
            log.warn("no report signing key is set: reports are signed with one that is lost with this process");
        var key = configured.isBlank() ? EnvironmentKey.ephemeral() : EnvironmentKey.read(configured.strip());
        this.signer = key.signer(author);
        this.check = key.check();
    }

    public ReportSigner signer() {
        return signer;
    }

    public SignatureCheck check() {
        return check;
    }
}
