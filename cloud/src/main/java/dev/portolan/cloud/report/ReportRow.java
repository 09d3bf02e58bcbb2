package dev.portolan.cloud.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as lists show it. */
public record ReportRow(
        long reportId,
        UUID documentId,
        Instant receivedAt,
        String kind,
        String product,
        String state,
        @Nullable String serial,
        @Nullable String imei,
        @Nullable String assetTag,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable Instant erasedAt) {}
