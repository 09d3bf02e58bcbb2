package dev.portolan.demo.data;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report's row, and what it can be found by. */
record ReportRow(
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
        byte[] body,
        byte[] receivedEntry,
        List<Serial> serials) {

    record Serial(UUID companyId, String serial, long reportId) {}
}
