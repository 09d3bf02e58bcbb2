package dev.portolan.cloud.legacy;

import java.util.List;
import java.util.Locale;

/**
 * How a CSV file is written.
 *
 * @param delimiter between fields
 * @param subDelimiter between the values of a repeated element
 */
record CsvOptions(char delimiter, String subDelimiter) {
    static final CsvOptions USUAL = of(Locale.ENGLISH, "", "");

    /** The columns where a request names none. */
    static final List<String> USUAL_COLUMNS = List.of(
            "report.id",
            "report.uuid",
            "report.report_date",
            "report.product_version",
            "blancco_data.blancco_hardware_report.system.manufacturer",
            "blancco_data.blancco_hardware_report.system.model",
            "blancco_data.blancco_hardware_report.system.serial",
            "blancco_data.blancco_hardware_report.system.imei",
            "blancco_data.blancco_hardware_report.disks.disk.serial",
            "blancco_data.blancco_erasure_report.erasures.erasure.erasure_standard_name",
            "blancco_data.blancco_erasure_report.erasures.erasure.state",
            "blancco_data.blancco_erasure_report.erasures.erasure.end_time");

    private static final int LONGEST_SUB_DELIMITER = 10;

    /** @param delimiter empty: the one that spreadsheets of the language expect, a semicolon in German, else a comma */
    static CsvOptions of(Locale language, String delimiter, String subDelimiter) {
        return new CsvOptions(
                delimiter.isEmpty() ? usual(language) : character(delimiter),
                subDelimiter.isEmpty() ? "#" : checked(subDelimiter));
    }

    private static char usual(Locale language) {
        return language.getLanguage().equals("de") ? ';' : ',';
    }

    /** A tab in an attribute becomes a blank when XML is read, so clients also write it as {@code \t}. */
    private static char character(String delimiter) {
        if (delimiter.equals("\\t")) return '\t';
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter) || Character.isSurrogate(delimiter.charAt(0)))
            throw new BadExport("delimiter must be one character, and no quote or end of line");
        return delimiter.charAt(0);
    }

    private static String checked(String subDelimiter) {
        if (subDelimiter.length() > LONGEST_SUB_DELIMITER)
            throw new BadExport("subDelimiter has more than " + LONGEST_SUB_DELIMITER + " characters");
        return subDelimiter.equals("\\t") ? "\t" : subDelimiter;
    }
}
