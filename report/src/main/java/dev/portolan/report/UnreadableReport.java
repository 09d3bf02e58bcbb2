package dev.portolan.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bytes that are no report we accept. The {@link Reason} is stable and for programs, the message is for logs. */
public final class UnreadableReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the bytes were refused; {@link #code()} appears in problem details and never changes. */
    public enum Reason {
        /** No bytes at all. */
        REPORT_EMPTY,
        /** More bytes than allowed, or a compressed body that claims more. */
        REPORT_TOO_LARGE,
        /** Elements nested deeper, or more of them, than any genuine report has. */
        REPORT_TOO_COMPLEX,
        /** A document type declaration, hence entities: refused whatever it says. */
        REPORT_HAS_DOCTYPE,
        /** Not well-formed XML: cut off, badly encoded or broken. */
        REPORT_MALFORMED,
        /** Well-formed, but not {@code report > blancco_data > description}. */
        REPORT_UNKNOWN_FORM,
        /** More than one report, or two of a part that may stand only once. */
        REPORT_AMBIGUOUS,
        /** No document id, or one that is no UUID. */
        REPORT_WITHOUT_ID,
        /** A compressed body that does not decompress, or whose dictionary is unknown. */
        REPORT_BODY_DAMAGED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public UnreadableReport(Reason reason, String message) {
        this(reason, message, null);
    }

    public UnreadableReport(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The stable code of the reason, such as {@code report_malformed}. */
    public String code() {
        return reason.code();
    }
}
