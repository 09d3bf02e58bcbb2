package dev.portolan.cloud.report;

import dev.portolan.report.signature.EnvironmentKey;
import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.signature.SignatureCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key with which the Cloud signs its own log entries; its public half is trusted, and so far no other. */
@Component
class SigningKey {
    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);
    private static final String PRODUCT_ID = "51";

    private final ReportSigner signer;
    private final SignatureCheck check;

    SigningKey(
            @Value("${portolan.report-signing-key}") String configured,
            @Value("${portolan.product.cloud}") String productName) {
        if (configured.isBlank())
            log.warn("no report signing key is set: reports are signed with one that is lost with this process");
        var key = configured.isBlank() ? EnvironmentKey.ephemeral() : EnvironmentKey.read(configured.strip());
        this.signer = key.signer(new LogAuthor(productName, PRODUCT_ID, productName, "1.0", "1.0"));
        this.check = key.check();
    }

    ReportSigner signer() {
        return signer;
    }

    SignatureCheck check() {
        return check;
    }
}
