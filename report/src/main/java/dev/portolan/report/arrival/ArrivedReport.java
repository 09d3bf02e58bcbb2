package dev.portolan.report.arrival;

import dev.portolan.report.ReportBody;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReceivedEntry;
import dev.portolan.report.signature.Signature;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it arrived, with all that is stored of it.
 *
 * @param size of the original, in bytes
 * @param digest over the original bytes
 */
public record ArrivedReport(
        ReportIndex index,
        ReportBody body,
        int size,
        Sha256 digest,
        Signature signature,
        ReceivedEntry receivedEntry,
        Instant receivedAt) {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    /** Longer ones fit no index, and no device has them. */
    private static final int LONGEST_SERIAL = 200;

    public UUID documentId() {
        return index.documentId();
    }

    public Receipt receipt() {
        return new Receipt(documentId(), digest, receivedAt, true);
    }

    /** The standard of the erasure, if it names one. */
    public @Nullable String standard() {
        return first(index.standards());
    }

    /** Why the erasure failed, if it says so. */
    public @Nullable String failure() {
        return first(index.failureMessages());
    }

    /** When it was erased; null too if that is so far off that no database takes it, since a wrong clock loses no report. */
    public @Nullable Instant erasedAt() {
        var at = index.erasedAt();
        return at == null || at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
    }

    /** What a person may type to find the report: serial numbers, IMEI and asset tag. */
    public List<String> sought() {
        return index.identifiers().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_SERIAL)
                .distinct()
                .toList();
    }

    private static @Nullable String first(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse(null);
    }
}
