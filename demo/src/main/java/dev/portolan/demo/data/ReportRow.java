package dev.portolan.demo.data;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportBody;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.ReportKind;
import dev.portolan.report.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report's row in the Cloud, and what it can be found by.
 *
 * @param fields the custom fields as JSON
 * @param signatureState VERIFIED or NOT_VERIFIABLE
 * @param size of the original, in bytes
 * @param dictionary of the body's compression
 * @param receivedEntry what the Cloud added to the report's log
 * @param serials the texts that find the report, in order
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
public record ReportRow(
        UUID companyId,
        long reportId,
        UUID documentId,
        Instant receivedAt,
        ReportKind kind,
        String product,
        String productVersion,
        ErasureState state,
        @Nullable String standard,
        @Nullable String serial,
        @Nullable String imei,
        @Nullable String assetTag,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable Instant erasedAt,
        @Nullable String erasurePerson,
        String fields,
        @Nullable String failure,
        String signatureState,
        byte[] digest,
        int size,
        int dictionary,
        byte[] body,
        byte[] receivedEntry,
        String[] serials) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The row as it stands after the arrival of these bytes. */
    public static ReportRow of(
            UUID company, long reportId, Instant receivedAt, byte[] original, byte[] receivedEntry, boolean verified) {
        var index = ReportIndex.of(ReportDocument.parse(original));
        var body = ReportBody.compressOnArrival(original);
        return new ReportRow(
                company,
                reportId,
                index.documentId(),
                receivedAt,
                index.kind(),
                index.product(),
                index.productVersion(),
                index.state(),
                first(index.standards()),
                index.serial(),
                index.imei(),
                index.assetTag(),
                index.manufacturer(),
                index.model(),
                index.erasedAt(),
                index.erasurePerson(),
                JSON.writeValueAsString(index.customFields()),
                first(index.failureMessages()),
                verified ? "VERIFIED" : "NOT_VERIFIABLE",
                Sha256.of(original).bytes(),
                original.length,
                body.dictionary(),
                body.compressed(),
                receivedEntry,
                serials(index));
    }

    private static String[] serials(ReportIndex index) {
        return index.identifiers().stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.getFirst();
    }
}
