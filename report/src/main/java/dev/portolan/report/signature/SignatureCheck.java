package dev.portolan.report.signature;

import dev.portolan.report.LogEntry;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.UnreadableReport;
import dev.portolan.report.signature.SignatureState.Invalid;
import dev.portolan.report.signature.SignatureState.NotVerifiable;
import dev.portolan.report.signature.SignatureState.Reason;
import dev.portolan.report.signature.SignatureState.Verified;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Checks every log entry of a report against the keys we trust. Safe between threads. */
public final class SignatureCheck {
    private final TrustedKeys keys;

    public SignatureCheck(TrustedKeys keys) {
        this.keys = keys;
    }

    /**
     * @param report as received or as exported
     * @throws UnreadableReport if the bytes are no report
     */
    public ReportSignatures check(byte[] report) {
        List<LogEntry> log = ReportDocument.parse(report).log();
        List<byte[]> signed = CanonicalForm.ofEntries(report);
        if (signed.size() != log.size()) {
            return new ReportSignatures(List.of(new NotVerifiable("", Reason.UNCLEAR_LOG)));
        }
        List<SignatureState> states = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            states.add(check(log.get(i), signed.get(i)));
        }
        return new ReportSignatures(states);
    }

    /** Checks the bytes received together with the entry that stands beside them. */
    public ReportSignatures check(byte[] original, ReceivedEntry received) {
        return check(received.export(original));
    }

    private SignatureState check(LogEntry entry, byte[] signed) {
        return keys.key(entry.keyId())
                .<SignatureState>map(key -> holds(key, signed, entry.integrity())
                        ? new Verified(entry.keyId())
                        : new Invalid(entry.keyId()))
                .orElseGet(() -> new NotVerifiable(entry.keyId(), Reason.UNKNOWN_KEY));
    }

    private static boolean holds(PublicKey key, byte[] signed, String integrity) {
        try {
            Signature signature = Signature.getInstance(ReportSigner.ALGORITHM);
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(Base64.getMimeDecoder().decode(integrity));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
