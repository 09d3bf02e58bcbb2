package dev.portolan.cloud.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which reports a reader may want, as far as an index or a column can say. All that is set must hold; a null list says
 * nothing.
 *
 * @param documents their document ids
 * @param serials one of their serial numbers, IMEIs or asset tags, in lower case
 * @param least the smallest report number, {@code most} the greatest
 * @param since the earliest instant of arrival, {@code until} the latest
 * @param versions of the product that made them
 */
public record Candidates(
        @Nullable List<UUID> documents,
        @Nullable List<String> serials,
        long least,
        long most,
        Instant since,
        Instant until,
        @Nullable List<String> versions) {
    /** Before and after any report. */
    public static final Instant EARLIEST = Instant.EPOCH;

    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** All of a company's reports. */
    public static final Candidates ALL =
            new Candidates(null, null, Long.MIN_VALUE, Long.MAX_VALUE, EARLIEST, LATEST, null);

    public Candidates {
        documents = documents == null ? null : List.copyOf(documents);
        serials = serials == null ? null : List.copyOf(serials);
        versions = versions == null ? null : List.copyOf(versions);
        since = since.isBefore(EARLIEST) ? EARLIEST : since.isAfter(LATEST) ? LATEST : since;
        until = until.isBefore(EARLIEST) ? EARLIEST : until.isAfter(LATEST) ? LATEST : until;
    }

    public Candidates withDocuments(List<UUID> wanted) {
        return new Candidates(wanted, serials, least, most, since, until, versions);
    }

    public Candidates withSerials(List<String> wanted) {
        return new Candidates(documents, wanted, least, most, since, until, versions);
    }

    public Candidates withVersions(List<String> wanted) {
        return new Candidates(documents, serials, least, most, since, until, wanted);
    }

    /** The closer of the bounds of both. */
    public Candidates withNumbers(long from, long to) {
        return new Candidates(documents, serials, Math.max(least, from), Math.min(most, to), since, until, versions);
    }

    /** The closer of the bounds of both. */
    public Candidates withArrival(Instant from, Instant to) {
        return new Candidates(
                documents,
                serials,
                least,
                most,
                from.isAfter(since) ? from : since,
                to.isBefore(until) ? to : until,
                versions);
    }
}
