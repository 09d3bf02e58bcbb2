package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.ArchivedReport;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the paths of searches and columns name. */
final class Paths {
    static final String ID = "report.id";
    static final String UUID = "report.uuid";
    static final String DATE = "report.report_date";
    static final String VERSION = "report.product_version";

    private static final Set<String> OWN = Set.of(ID, UUID, DATE, VERSION);
    private static final String HARDWARE = "blancco_data.blancco_hardware_report.";
    private static final String FIELDS = "user_data.fields.";
    private static final Set<String> IDENTIFIERS = Set.of(
            HARDWARE + "system.serial",
            HARDWARE + "system.imei",
            HARDWARE + "disks.disk.serial",
            "blancco_data.blancco_erasure_report.erasures.erasure.target.serial",
            FIELDS + "Asset ID",
            FIELDS + "Asset Tag");
    private static final Pattern INTO_THE_REPORT =
            Pattern.compile("(blancco_data|user_data)(\\.[^.].*)?", Pattern.DOTALL);
    /** As clients write it in searches, so that what they read they can ask with. */
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Paths() {}

    static boolean known(String path) {
        return OWN.contains(path) || INTO_THE_REPORT.matcher(path).matches();
    }

    /** Whether only the document itself has the answer. */
    static boolean inDocument(String path) {
        return !OWN.contains(path);
    }

    /** Whether every value under the path stands in the index of serial numbers, IMEIs and asset tags. */
    static boolean identifies(String path) {
        return IDENTIFIERS.contains(path);
    }

    /** Every value that the report has under the path. */
    static List<String> values(String path, ArchivedReport report) {
        return switch (path) {
            case ID -> List.of(Long.toString(report.reportId()));
            case UUID -> List.of(report.documentId().toString());
            case DATE -> List.of(SECONDS.format(report.receivedAt()));
            case VERSION -> List.of(report.productVersion());
            default -> report.values(path);
        };
    }
}
