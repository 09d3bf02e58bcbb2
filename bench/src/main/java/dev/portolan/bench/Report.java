package dev.portolan.bench;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report to load, as both layouts need it. */
@SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
record Report(
        long number,
        UUID document,
        Instant receivedAt,
        String kind,
        String product,
        String productVersion,
        String state,
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
        byte[] digest,
        byte[] original,
        byte[] entry,
        List<String> serials) {}
