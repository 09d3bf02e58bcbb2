package dev.portolan.report;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a report is found and listed by. Texts are as in the report; what it does not say is null, or empty in lists.
 *
 * @param product the product that made it, by its registered name
 * @param standards each named once, in document order
 * @param serials of the system, its drives and what was erased, each once
 * @param identifiers every serial number, IMEI and asset tag, each once: what a person may type to find the report
 * @param assetTag the custom field "Asset ID" or "Asset Tag", else the system's own
 * @param erasedAt the latest end of an erasure; times without a zone are UTC
 * @param simulated a simulator made it, and nothing was really erased
 * @param customFields label to value in the report's order, spaces and empty values included
 */
public record ReportIndex(
        UUID documentId,
        ReportKind kind,
        String product,
        String productVersion,
        ErasureState state,
        int erasures,
        List<String> standards,
        List<String> serials,
        List<String> identifiers,
        @Nullable String imei,
        @Nullable String assetTag,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable Instant erasedAt,
        @Nullable String erasurePerson,
        Map<String, String> customFields,
        List<String> exceptionMessages,
        List<String> failureMessages,
        boolean simulated) {

    private static final String HARDWARE = "blancco_data.blancco_hardware_report.";
    private static final String COMPANY = "blancco_data.description.description_entries.company_information.";

    private static final String SIMULATED = "blancco_data.description.description_entries.simulated";

    public ReportIndex {
        standards = List.copyOf(standards);
        serials = List.copyOf(serials);
        identifiers = List.copyOf(identifiers);
        customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
        exceptionMessages = List.copyOf(exceptionMessages);
        failureMessages = List.copyOf(failureMessages);
    }

    public static ReportIndex of(ReportDocument document) {
        List<Erasure> erasures = Erasure.of(document);
        Optional<LogEntry> client = document.log().stream().findFirst();
        String product = client.map(e -> e.registeredName().isEmpty() ? e.product() : e.registeredName())
                .orElse("");
        Map<String, String> fields = customFields(document);
        return new ReportIndex(
                document.id(),
                ReportKind.of(
                        product,
                        first(document, HARDWARE + "system.chassis_type").orElse("")),
                product,
                client.map(LogEntry::version).orElse(""),
                ErasureState.of(erasures),
                erasures.size(),
                distinct(erasures.stream().map(Erasure::standard)),
                serials(document),
                identifiers(document),
                first(document, HARDWARE + "system.imei").orElse(null),
                assetTag(fields)
                        .or(() -> first(document, HARDWARE + "system.asset_tag"))
                        .orElse(null),
                first(document, HARDWARE + "system.manufacturer").orElse(null),
                first(document, HARDWARE + "system.model").orElse(null),
                erasures.stream()
                        .flatMap(e -> e.end().stream())
                        .max(Instant::compareTo)
                        .orElse(null),
                first(document, COMPANY + "erasure_person").orElse(null),
                fields,
                distinct(erasures.stream().map(Erasure::exceptions).flatMap(Collection::stream)),
                distinct(erasures.stream().map(Erasure::failures).flatMap(Collection::stream)),
                document.values(SIMULATED).contains("true"));
    }

    /** The first serial, which is the system's own where it has one. */
    public @Nullable String serial() {
        return serials.isEmpty() ? null : serials.getFirst();
    }

    private static List<String> serials(ReportDocument document) {
        return distinct(Stream.of(
                        HARDWARE + "system.serial",
                        HARDWARE + "disks.disk.serial",
                        "blancco_data.blancco_erasure_report.erasures.erasure.target.serial")
                .flatMap(path -> document.values(path).stream()));
    }

    private static Map<String, String> customFields(ReportDocument document) {
        Map<String, String> fields = new LinkedHashMap<>();
        document.root().sections("user_data").stream()
                .flatMap(data -> data.sections("fields").stream())
                .flatMap(section -> section.leaves().stream())
                .forEach(leaf -> fields.putIfAbsent(leaf.name(), leaf.value()));
        return fields;
    }

    private static List<String> identifiers(ReportDocument document) {
        var tags = document.root().sections("user_data").stream()
                .flatMap(data -> data.sections("fields").stream())
                .flatMap(section -> section.leaves().stream())
                .filter(leaf -> isAssetTag(leaf.name()))
                .map(Leaf::value);
        var system =
                Stream.of("imei", "asset_tag").flatMap(name -> document.values(HARDWARE + "system." + name).stream());
        return distinct(Stream.of(serials(document).stream(), system, tags).flatMap(each -> each));
    }

    private static boolean isAssetTag(String label) {
        return label.strip().equalsIgnoreCase("Asset ID") || label.strip().equalsIgnoreCase("Asset Tag");
    }

    private static Optional<String> assetTag(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(f -> isAssetTag(f.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<String> first(ReportDocument document, String path) {
        return document.values(path).stream().filter(v -> !v.isEmpty()).findFirst();
    }

    private static List<String> distinct(Stream<String> values) {
        return values.filter(v -> !v.isEmpty()).distinct().toList();
    }
}
