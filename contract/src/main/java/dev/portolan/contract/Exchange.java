package dev.portolan.contract;

import java.util.Arrays;
import java.util.Optional;

/** The messages and their paths. Each is a POST whose body and answer are CBOR; a refusal is a {@link Problem}. */
public enum Exchange {
    CHECK("check"),
    PROVISION_TENANT("tenants"),
    PROVISION_PEOPLE("people"),
    INVITE("invitations"),
    ACCESS("access"),
    CLIENT_SETTINGS("client-settings"),
    OPEN("transfers/open"),
    SEND_REPORTS("transfers/reports"),
    WITHDRAW("transfers/withdraw"),
    SEND_REST("transfers/rest"),
    BAR("leavers"),
    PROVE("transfers/prove"),
    STOCK("transfers/stock"),
    COUNT("transfers/count"),
    ACTIVATE("transfers/activate"),
    ABORT("transfers/abort"),
    OUTCOME("transfers/outcome"),
    COMPLETE("transfers/complete"),
    KEEP_LEAVES("certificates/leaves"),
    KEEP_CERTIFICATE("certificates"),
    KEEP_PAGES("certificates/pages"),
    UNDO_OUTLOOK("undo/outlook"),
    UNDO_FREEZE("undo/freeze"),
    UNDO_LEAVE("undo/leave"),
    UNDO_COMMIT("undo/commit"),
    UNDO_SETTLE("undo/settle"),
    UNDO_ABORT("undo/abort"),
    UNDO_REPORTS("undo/reports"),
    UNDO_CLEAR("undo/clear"),
    PULSE("pulse"),
    TENANTS("reconcile/tenants"),
    COMPARE("reconcile/transfers"),
    HIDDEN("reconcile/hidden"),
    KEEP_REPORTS("reconcile/keep"),
    REOPEN("reconcile/reopen");

    /** What all paths begin with; the version changes when an old peer would misunderstand. */
    public static final String BASE = "/exchange/v1/";

    /** Of a single message. */
    public static final String CBOR = "application/cbor";

    /** Of a batch of reports. */
    public static final String CBOR_SEQUENCE = "application/cbor-seq";

    /** SHA-256 over the body as it travels (RFC 9530), {@code sha-256=:base64:}. */
    public static final String DIGEST_HEADER = "Content-Digest";

    /** Names the run for which a message is sent, {@code id/epoch}; both sides put it into their logs. */
    public static final String RUN_HEADER = "Portolan-Run";

    /**
     * The same for tracing programs (W3C Trace Context): the trace is the run's id, so that all messages of one run are one
     * trace over both apps, whoever works on it; the parent is the span of the message, or the epoch where none is sent.
     */
    public static final String TRACE_HEADER = "traceparent";

    /** The greatest mark that the sender has seen of the receiver, which judges itself by it. */
    public static final String SEEN_HEADER = "Portolan-Seen";

    /** The newest mark of whoever answers. */
    public static final String MARK_HEADER = "Portolan-Mark";

    /** Of messages by which both sides are compared: they are answered while no writes are taken, too. */
    public static final String RECONCILE_HEADER = "Portolan-Reconcile";

    /** Why a side answers nothing that writes. */
    public static final String RESTORED = "restored";

    /** No body is larger. */
    public static final int MAX_BODY = 64 << 20;

    private final String path;

    Exchange(String path) {
        this.path = path;
    }

    /** Below {@link #BASE}. */
    public String path() {
        return path;
    }

    /** The message of this path below {@link #BASE}. */
    public static Optional<Exchange> of(String path) {
        return Arrays.stream(values())
                .filter(message -> message.path.equals(path))
                .findFirst();
    }
}
