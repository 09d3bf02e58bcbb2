package dev.portolan.report.signature;

import dev.portolan.report.signature.SignatureState.Invalid;
import dev.portolan.report.signature.SignatureState.NotVerifiable;
import dev.portolan.report.signature.SignatureState.Reason;
import java.util.List;

/**
 * The states of a report's log entries, oldest first: the client's, then the receiving environment's.
 */
public record ReportSignatures(List<SignatureState> entries) {
    public ReportSignatures {
        entries = List.copyOf(entries);
    }

    /** The worst of all: one invalid entry makes the report invalid, one unknown key not verifiable. */
    public SignatureState overall() {
        return first(Invalid.class, first(NotVerifiable.class, client()));
    }

    /** The state of the first entry, which the erasure client wrote. */
    public SignatureState client() {
        return entries.isEmpty() ? new NotVerifiable("", Reason.NO_ENTRY) : entries.getFirst();
    }

    private SignatureState first(Class<? extends SignatureState> kind, SignatureState otherwise) {
        return entries.stream()
                .filter(kind::isInstance)
                .map(SignatureState.class::cast)
                .findFirst()
                .orElse(otherwise);
    }
}
