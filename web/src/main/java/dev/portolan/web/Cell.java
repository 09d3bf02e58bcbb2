package dev.portolan.web;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a value of a CSV file as a formula. Values are typed by people, read from devices or
 * sent along by clients, so any of them may be hostile; but programs read these files too, so a value that can do nothing
 * stays as it is, such as {@code -5}, {@code +49 (0)89 123} or {@code -}.
 */
public final class Cell {
    private static final Pattern NUMBER = Pattern.compile("[+-][\\d\\s().,:/-]*");
    private static final Pattern CALL = Pattern.compile("[(|!]");

    private Cell() {}

    /** The value, with an apostrophe before it if it would be run. */
    public static String safe(String value) {
        if (value.isEmpty()) return value;
        var start = value.stripLeading();
        boolean runs = switch (start.isEmpty() ? ' ' : start.charAt(0)) {
            case '=', '@' -> true;
            case '+', '-' ->
                !NUMBER.matcher(start).matches() && CALL.matcher(start).find();
            default -> value.charAt(0) == '\t' || value.charAt(0) == '\r';
        };
        return runs ? "'" + value : value;
    }
}
