package dev.portolan.certificate;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import dev.portolan.report.label.ReportLabels;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that the page shows, by the names it has for them. */
final class PdfValues {
    private final CertificateFile file;
    private final Statement says;
    private final Texts texts;
    private final String fingerprint;

    PdfValues(CertificateFile file, Locale language, String fingerprint) {
        this.file = file;
        this.says = file.signed().statement();
        this.texts = Texts.in(language);
        this.fingerprint = fingerprint;
    }

    String language() {
        return texts.language();
    }

    String text(String key) {
        return texts.text(key);
    }

    Map<String, Object> all() {
        var values = new HashMap<String, Object>();
        values.put("title", text("title"));
        values.put("issuer", says.from().name());
        values.put("company", says.company().name());
        values.put("subject", text("title") + " – " + says.company().name());
        values.put("id", says.id().toString());
        outcome(values);
        values.put(
                "summary",
                facts(
                        row("company", says.company().name()),
                        row("from", says.from().name() + " – " + says.from().url()),
                        row("to", says.to().name() + " – " + says.to().url()),
                        row(
                                "order",
                                texts.text(
                                        "order.value",
                                        says.order().person().name(),
                                        says.order().company().name(),
                                        time(says.order().at()))),
                        row("activated", time(says.transfer().activatedAt())),
                        row("proved", time(says.transfer().provedAt())),
                        row(
                                "transfer",
                                says.transfer().id() + " / " + says.transfer().epoch())));
        reports(values);
        licences(values);
        values.put(
                "rest",
                facts(
                        row("reservations", number(says.rest().reservations())),
                        row("workflows", number(says.rest().workflows())),
                        row("users", number(says.rest().users()))));
        values.put(
                "digests",
                facts(
                        row("root", says.reports().root()),
                        row("reservationsDigest", says.rest().reservationsDigest()),
                        row("workflowsDigest", says.rest().workflowsDigest()),
                        row("fingerprint", fingerprint)));
        values.put("listed", file.leaves() != null ? text("listed") : text("notListed"));
        return values;
    }

    private void outcome(Map<String, Object> values) {
        var revokes = says.revokes();
        values.put("outcomeStyle", revokes == null ? "moved" : "revoked");
        values.put(
                "outcome", text(revokes == null ? "outcome." + says.transfer().outcome() : "outcome.REVOKED"));
        values.put(
                "meaning",
                revokes == null
                        ? texts.text(
                                "meaning",
                                says.company().name(),
                                says.from().name(),
                                says.to().name())
                        : texts.text(
                                "meaning.revoked",
                                time(revokes.at()),
                                revokes.by().name(),
                                revokes.certificate().toString()));
        values.put("issued", texts.text("issued", time(says.issuedAt())));
    }

    private void reports(Map<String, Object> values) {
        var reports = says.reports();
        values.put(
                "reportFacts",
                facts(
                        row("count", number(reports.count())),
                        row("bytes", texts.text("bytes.value", number(reports.bytes()))),
                        row("scope", scope()),
                        row("first", reports.first() == null ? "–" : time(reports.first())),
                        row("last", reports.last() == null ? "–" : time(reports.last()))));
        var labels = ReportLabels.in(texts.locale());
        values.put(
                "counts",
                reports.counts().stream()
                        .map(count -> Map.of(
                                "kind", labels.kind(ReportKind.valueOf(count.kind())),
                                "state", labels.state(ErasureState.valueOf(count.state())),
                                "number", number(count.count())))
                        .toList());
    }

    private String scope() {
        var scope = says.scope();
        if (scope.from() == null) return text("scope.none");
        return texts.text("scope.value", scope.months(), time(scope.from()), time(scope.until()), scope.zone());
    }

    private void licences(Map<String, Object> values) {
        values.put(
                "licences",
                says.licences().stream()
                        .map(licence -> Map.of(
                                "pool", licence.name(),
                                "product", licence.product(),
                                "remaining", number(licence.amountRemaining()),
                                "reserved", number(licence.amountReserved())))
                        .toList());
        values.put("noLicences", says.licences().isEmpty());
    }

    private List<Map<String, String>> facts(String[]... rows) {
        List<Map<String, String>> facts = new ArrayList<>();
        for (var row : rows) facts.add(Map.of("label", text("label." + row[0]), "value", row[1]));
        return facts;
    }

    private static String[] row(String label, String value) {
        return new String[] {label, value};
    }

    private String number(Number number) {
        var format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    private String time(@Nullable Instant instant) {
        return instant == null
                ? "–"
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                        .withLocale(texts.locale())
                        .withZone(zone())
                        .format(instant);
    }

    private ZoneId zone() {
        return ZoneId.getAvailableZoneIds().contains(says.scope().zone())
                ? ZoneId.of(says.scope().zone())
                : ZoneOffset.UTC;
    }
}
