package dev.portolan.portal.report;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as lists show it; texts are as in the report. */
public record ReportRow(
        UUID documentId,
        Instant receivedAt,
        @Nullable Instant erasedAt,
        ReportKind kind,
        String product,
        ErasureState state,
        @Nullable String standard,
        @Nullable String serial,
        @Nullable String imei,
        @Nullable String assetTag,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String failure) {

    /** Manufacturer and model, whichever is known. */
    public String device() {
        if (manufacturer == null) return model == null ? "" : model;
        return model == null ? manufacturer : manufacturer + " " + model;
    }

    /** What tells the device from others: its serial number, else its IMEI. */
    public @Nullable String mark() {
        return serial == null ? imei : serial;
    }
}
