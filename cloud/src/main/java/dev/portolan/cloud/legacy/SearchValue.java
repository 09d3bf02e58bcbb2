package dev.portolan.cloud.legacy;

import dev.portolan.report.ReportTime;

/** Reads the value of a search as its datatype says. */
final class SearchValue {
    private SearchValue() {}

    /** @throws BadExport with the reason */
    static Search.Value of(String path, Operator operator, String value, String datatype) {
        return switch (datatype) {
            case "", "string" -> text(path, operator, value);
            case "date" -> {
                if (operator == Operator.LIKE) throw new BadExport("like does not go with the datatype date");
                yield ReportTime.instant(value)
                        .map(Search.Moment::new)
                        .orElseThrow(() -> new BadExport("not a date: " + RequestReader.cut(value)));
            }
            default -> throw new BadExport("unknown datatype: " + RequestReader.cut(datatype));
        };
    }

    /** The arrival is a date, also where a client calls it a string. */
    private static Search.Value text(String path, Operator operator, String value) {
        if (!path.equals(Paths.DATE) || operator == Operator.LIKE) return new Search.Text(value);
        return ReportTime.instant(value).<Search.Value>map(Search.Moment::new).orElseGet(() -> new Search.Text(value));
    }
}
