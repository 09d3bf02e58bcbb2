package dev.portolan.report.certificate;

import dev.portolan.report.Erasure;
import dev.portolan.report.ErasureState;
import dev.portolan.report.LogEntry;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Section;
import dev.portolan.report.label.ReportLabels;
import dev.portolan.report.signature.SignatureState;
import dev.portolan.report.signature.SignatureState.Invalid;
import dev.portolan.report.signature.SignatureState.NotVerifiable;
import dev.portolan.report.signature.SignatureState.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values that the page shows, by the names it has for them. */
final class SheetValues {
    private static final String COMPANY = "blancco_data.description.description_entries.company_information.";

    private static final int MAX_ERASURES = 500;
    private static final Set<String> LEFT = Set.of("what", "how");

    private final ReportSheet sheet;
    private final ReportIndex index;
    private final List<Erasure> erasures;
    private final Wording wording;
    private final ReportLabels labels;

    SheetValues(ReportSheet sheet) {
        this.sheet = sheet;
        this.index = ReportIndex.of(sheet.document());
        this.erasures = Erasure.of(sheet.document());
        this.wording = Wording.of(sheet.locale(), sheet.zone());
        this.labels = wording.labels();
    }

    ReportLabels labels() {
        return labels;
    }

    Map<String, Object> all() {
        Map<String, Object> values = new HashMap<>();
        boolean forged = sheet.signatures().overall() instanceof Invalid;
        boolean certifies = index.state() != ErasureState.NOT_ERASED && !index.simulated() && !forged;
        values.put("title", labels.text(certifies ? "certificate.title" : "certificate.title.notErased"));
        values.put("forged", forged);
        values.put("subject", labels.state(index.state()) + " – " + index.documentId());
        values.put("issuer", sheet.issuer());
        values.put(
                "issuedFor",
                sheet.issuedFor()
                        .map(name -> labels.text("certificate.issuedFor", name))
                        .orElse(""));
        values.put("documentId", index.documentId());
        values.put("digest", sheet.digest().hex());
        values.put("state", forged ? "doubtful" : index.state());
        values.put("stateLabel", labels.state(index.state()));
        values.put(
                "stateMeaning", index.simulated() || forged ? "" : labels.text("state." + index.state() + ".meaning"));
        values.put("simulated", index.simulated());
        values.put("barcode", sheet.extras().contains(SheetExtra.BARCODE));
        values.put("facts", List.of(Map.of("pair", List.of(what(), when())), Map.of("pair", List.of(how(), who()))));
        values.put("noErasures", erasures.isEmpty());
        values.put("erasures", erasureRows());
        int more = erasures.size() - MAX_ERASURES;
        values.put("moreErasures", more > 0 ? labels.text("certificate.more", more) : "");
        values.put("fields", fields());
        values.put(
                "parts", Stream.of("hardware", "software").flatMap(this::part).toList());
        values.put("signatureLabel", labels.signature(sheet.signatures().overall()));
        values.put(
                "signatureMeaning", labels.signatureMeaning(sheet.signatures().overall()));
        values.put("signatureStyle", style(sheet.signatures().overall()));
        values.put("log", log());
        return values;
    }

    private Map<String, Object> who() {
        return facts(
                "who",
                row("provider", one("erasure_provider")),
                row("person", index.erasurePerson()),
                row("business", one("business_name")),
                row("location", one("business_location")));
    }

    private Map<String, Object> what() {
        return facts(
                "what",
                row("kind", labels.kind(index.kind())),
                row("manufacturer", index.manufacturer()),
                row("model", index.model()),
                mono(row("serial", index.serial())),
                mono(row("imei", index.imei())),
                mono(row("assetTag", index.assetTag())));
    }

    private Map<String, Object> when() {
        Optional<Instant> start =
                erasures.stream().flatMap(e -> e.start().stream()).min(Instant::compareTo);
        String elapsed = erasures.size() == 1 ? erasures.getFirst().elapsed() : "";
        return facts(
                "when",
                row("start", start.map(wording::time).orElse("")),
                row(
                        "end",
                        Optional.ofNullable(index.erasedAt()).map(wording::time).orElse("")),
                row("elapsed", elapsed));
    }

    private Map<String, Object> how() {
        return facts(
                "how",
                row("standard", String.join(", ", index.standards())),
                row("product", index.product()),
                row("version", index.productVersion()));
    }

    private List<Map<String, Object>> erasureRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Erasure erasure : shown()) {
            Section target = erasure.target();
            String name = Stream.of("vendor", "model")
                    .flatMap(k -> target.value(k).stream())
                    .collect(Collectors.joining(" "));
            String type = target.value("type").orElse("");
            Map<String, Object> row = new HashMap<>();
            row.put("number", rows.size() + 1);
            row.put("target", Stream.of(type, name).filter(t -> !t.isEmpty()).collect(Collectors.joining(", ")));
            row.put("serial", target.value("serial").orElse(""));
            row.put("capacity", wording.capacity(target.value("capacity").orElse("")));
            row.put("standard", erasure.standard());
            row.put("outcome", labels.state(erasure.state()));
            row.put("wordStyle", "word-" + erasure.state());
            row.put("time", erasure.end().map(wording::time).orElse(""));
            row.put("messages", messages(erasure));
            rows.add(row);
        }
        return rows;
    }

    /** All in their order, or of very many those with trouble first, so that none of these is left out. */
    private List<Erasure> shown() {
        if (erasures.size() <= MAX_ERASURES) {
            return erasures;
        }
        return erasures.stream()
                .sorted(Comparator.comparing(Erasure::state).reversed())
                .limit(MAX_ERASURES)
                .toList();
    }

    private List<Map<String, Object>> messages(Erasure erasure) {
        Stream<String> failures = erasure.failures().stream().map(m -> labels.text("certificate.failure") + ": " + m);
        Stream<String> exceptions =
                erasure.exceptions().stream().map(m -> labels.text("certificate.exception") + ": " + m);
        Stream<String> verification = sheet.extras().contains(SheetExtra.VERIFICATION)
                ? Stream.of(labels.text("certificate.verification") + ": " + verification(erasure))
                : Stream.of();
        return Stream.of(failures, exceptions, verification)
                .flatMap(lines -> lines)
                .map(m -> Map.<String, Object>of("message", m))
                .toList();
    }

    /** A bare number is a percentage. */
    private String verification(Erasure erasure) {
        return erasure.verification()
                .map(value -> value.matches("\\d{1,3}([.,]\\d+)?") ? value + " %" : value)
                .orElseGet(() -> labels.text("certificate.verification.none"));
    }

    private List<Map<String, Object>> fields() {
        return SectionBlocks.rows(index.customFields().entrySet().stream()
                .map(field -> new String[] {field.getKey(), field.getValue().isEmpty() ? "–" : field.getValue()})
                .toList());
    }

    private Stream<Map<String, Object>> part(String name) {
        List<Map<String, Object>> blocks = sheet.document().root().sections("blancco_data").stream()
                .flatMap(data -> data.sections("blancco_" + name + "_report").stream())
                .flatMap(section -> SectionBlocks.of(section, wording).stream())
                .toList();
        return blocks.isEmpty()
                ? Stream.of()
                : Stream.of(Map.of("title", labels.text("certificate." + name), "blocks", blocks));
    }

    private List<Map<String, Object>> log() {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<SignatureState> states = sheet.signatures().entries();
        for (LogEntry entry : sheet.document().log()) {
            Map<String, Object> row = new HashMap<>();
            if (rows.size() < states.size()) {
                row.put("signature", labels.signature(states.get(rows.size())));
                row.put("style", style(states.get(rows.size())));
            }
            row.put("number", rows.size() + 1);
            row.put("date", entry.date() == null ? entry.dateText() : wording.time(entry.date()));
            row.put(
                    "product",
                    entry.product() + " " + entry.version()
                            + (entry.revision().equals(entry.version()) ? "" : " (" + entry.revision() + ")"));
            row.put("key", entry.keyId());
            rows.add(row);
        }
        return rows;
    }

    private static String style(SignatureState state) {
        return switch (state) {
            case Verified v -> "verified";
            case NotVerifiable n -> "notVerifiable";
            case Invalid i -> "invalid";
        };
    }

    @SafeVarargs
    private Map<String, Object> facts(String name, Optional<Map<String, Object>>... rows) {
        return Map.of(
                "title",
                labels.text("certificate." + name),
                "side",
                LEFT.contains(name) ? "left" : "right",
                "rows",
                Stream.of(rows).flatMap(Optional::stream).toList());
    }

    private Optional<Map<String, Object>> row(String label, @Nullable String value) {
        String text = Objects.requireNonNullElse(value, "");
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of("label", labels.text("certificate." + label), "value", text));
    }

    private static Optional<Map<String, Object>> mono(Optional<Map<String, Object>> row) {
        return row.map(r -> {
            Map<String, Object> styled = new HashMap<>(r);
            styled.put("style", "mono");
            return styled;
        });
    }

    private String one(String field) {
        ReportDocument document = sheet.document();
        return document.values(COMPANY + field).stream()
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }
}
