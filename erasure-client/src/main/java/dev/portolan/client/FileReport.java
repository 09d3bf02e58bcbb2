package dev.portolan.client;

import dev.portolan.client.file.Finding;
import dev.portolan.client.file.Limit;
import dev.portolan.client.file.ReadBack;
import dev.portolan.report.signature.LogAuthor;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the report of one run over files, in the layout of the field: one erasure for every file that was begun. Reports
 * are in English, as all of the field; what limits an erasure stands there as its exceptions.
 */
final class FileReport {

    private static final LogAuthor AUTHOR = new LogAuthor(
            "Portolan File Eraser", "24", "Portolan File Eraser", ClientIdentity.VERSION, ClientIdentity.VERSION);
    private static final DateTimeFormatter PLAIN = format("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter ZONED = format("uuuu-MM-dd'T'HH:mm:ssxx");

    private final Texts english = Texts.in(Locale.ENGLISH);
    private final Spool spool;
    private final String person;
    private final Clock clock;

    /** @param person who is said to have erased */
    FileReport(Spool spool, String person, Clock clock) {
        this.spool = spool;
        this.person = person;
        this.clock = clock;
    }

    /** @param results one for each file of the job; those that are empty are left out */
    byte[] write(FileJob job, List<Optional<FileResult>> results) {
        var xml = new ReportLayout();
        xml.element(
                "root",
                () -> xml.element("report", () -> {
                    xml.element("blancco_data", () -> {
                        description(xml, job);
                        xml.element("blancco_erasure_report", () -> erasures(xml, job, results));
                        xml.element("blancco_hardware_report", () -> hardware(xml));
                        xml.element("blancco_software_report", () -> software(xml));
                    });
                    xml.element("user_data", () -> xml.group("fields", () -> {}));
                }));
        return spool.signingKey().signer(AUTHOR).sign(xml.finish(), clock.instant());
    }

    private void description(ReportLayout xml, FileJob job) {
        xml.element("description", () -> {
            xml.element("document_id", job.documentId().toString());
            xml.element("document_log", () -> {});
            xml.entryGroup(
                    "description_entries",
                    () -> xml.group("company_information", () -> {
                        xml.text("business_name", "");
                        xml.text("business_location", "");
                        xml.text("erasure_provider", "");
                        xml.text("erasure_person", person);
                    }));
        });
    }

    private void erasures(ReportLayout xml, FileJob job, List<Optional<FileResult>> results) {
        xml.group("erasures", () -> {
            for (int i = 0; i < results.size(); i++) {
                var file = job.files().get(i);
                results.get(i).ifPresent(result -> xml.group("erasure", () -> erasure(xml, job, file, result)));
            }
        });
    }

    private void erasure(ReportLayout xml, FileJob job, Finding file, FileResult result) {
        var elapsed = Duration.between(result.start(), result.end());
        xml.text("timestamp", ZONED.format(result.start()));
        xml.text("start_time", PLAIN.format(result.start()));
        xml.text("end_time", PLAIN.format(result.end()));
        xml.text(
                "elapsed_time",
                "%02d:%02d:%02d".formatted(elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart()));
        xml.text("erasure_standard_name", job.standard().reportName());
        xml.number("passes", job.standard().passes().size());
        xml.text("state", result.overwritten() ? "Successful" : "Failed");
        result.readBack().ifPresent(manner -> xml.text("verification", say("verification." + manner)));
        xml.group("target", () -> target(xml, file));
        if (result.overwritten()) {
            exceptions(file, result).forEach(each -> xml.group("exception", () -> xml.text("message", each)));
        } else {
            result.trouble()
                    .ifPresent(why -> xml.group(
                            "erasure_details",
                            () -> xml.group("failure", () -> xml.text("message", say("trouble." + why)))));
        }
    }

    private static void target(ReportLayout xml, Finding file) {
        xml.text("type", "File");
        xml.number("capacity", file.size());
        xml.text("serial", "");
        xml.text("vendor", "");
        xml.text("model", file.file().toString());
        xml.text("file_system", file.fileSystem());
        xml.text("drive", file.model());
    }

    private List<String> exceptions(Finding file, FileResult result) {
        var exceptions = new ArrayList<String>();
        for (var limit : Limit.values()) {
            if (file.limits().contains(limit)) exceptions.add(say("limit." + limit));
        }
        if (result.readBack().filter(ReadBack.CACHED::equals).isPresent()) exceptions.add(say("exception.CACHED"));
        result.trouble().ifPresent(why -> exceptions.add(say("trouble." + why)));
        return exceptions;
    }

    private void hardware(ReportLayout xml) {
        xml.group("network", () -> xml.text("host_name", spool.client().name()));
    }

    private static void software(ReportLayout xml) {
        xml.group("operating_system", () -> {
            xml.text("name", System.getProperty("os.name", ""));
            xml.text("version", System.getProperty("os.version", ""));
        });
    }

    private String say(String key) {
        return english.say(Text.of(key));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** Whether the report calls this one erased with exceptions. */
    static boolean withExceptions(Finding file, FileResult result) {
        return !file.limits().isEmpty()
                || result.trouble().isPresent()
                || result.readBack().filter(ReadBack.CACHED::equals).isPresent();
    }
}
