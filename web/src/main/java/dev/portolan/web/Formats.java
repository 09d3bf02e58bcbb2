package dev.portolan.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Numbers and dates as the reader writes them; in templates as {@code @formats}. */
public final class Formats {

    /** A count or a quantity in the reader's locale, with at most four decimals. */
    public String number(Number value) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(4);
        return format.format(value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value);
    }

    /** A size in bytes, rounded to one decimal of kB, MB or GB. */
    public String bytes(long bytes) {
        if (bytes < 1000) return number(bytes) + " B";
        var units = new String[] {"kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = -1;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        var format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(1);
        return format.format(value) + " " + units[unit];
    }

    /** A day in the reader's locale. */
    public String day(@Nullable LocalDate day) {
        return day == null
                ? "–"
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(day);
    }

    /** A month with its year, in short. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL uuuu", locale()).format(month);
    }

    /** An instant in the signed-in reader's zone, to the minute. */
    public String moment(@Nullable Instant instant) {
        if (instant == null) return "–";
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(zone())
                .format(instant);
    }

    /** The exact instant in UTC (ISO 8601), for hovering and for programs. */
    public String exact(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static ZoneId zone() {
        var person = Languages.signedIn();
        return person == null ? ZoneId.of("UTC") : ZoneId.of(person.zone());
    }
}
