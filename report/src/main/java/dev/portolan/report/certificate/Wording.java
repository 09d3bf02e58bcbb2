package dev.portolan.report.certificate;

import dev.portolan.report.label.ReportLabels;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Figures and times as the reader of one certificate writes them. */
record Wording(ReportLabels labels, Locale locale, ZoneId zone) {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");

    static Wording of(Locale wanted, ZoneId zone) {
        ReportLabels labels = ReportLabels.in(wanted);
        boolean german = labels.language().equals("de");
        Locale regional = wanted.getCountry().isEmpty() || !wanted.getLanguage().equals(labels.language())
                ? (german ? Locale.GERMANY : Locale.UK)
                : wanted;
        return new Wording(labels, regional, zone);
    }

    /** Date and time to the second with the zone's name. */
    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    /** Decimal units, as drives are sold. A capacity that is no number stays as the report has it. */
    String capacity(String bytes) {
        if (!bytes.matches("\\d{1,18}")) {
            return bytes;
        }
        double size = Long.parseLong(bytes);
        int unit = 0;
        while (size >= 1000 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(size < 10 ? 2 : 0);
        return format.format(size) + " " + UNITS.get(unit);
    }
}
