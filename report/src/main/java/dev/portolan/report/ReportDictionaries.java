package dev.portolan.report;

/** Where the compression dictionaries are kept, for ever, by their id; 0 means none and is never asked for. */
@FunctionalInterface
public interface ReportDictionaries {
    /** For bodies compressed without a dictionary; refuses all others. */
    ReportDictionaries NONE = id -> {
        throw new UnreadableReport(UnreadableReport.Reason.REPORT_BODY_DAMAGED, "unknown dictionary " + id);
    };

    /** Those that come with the program. */
    ReportDictionaries BUILT_IN = new BuiltInDictionaries();

    /**
     * A trained dictionary.
     *
     * @throws UnreadableReport with {@code report_body_damaged} if there is none of this id
     */
    ReportDictionary dictionary(int id);
}
