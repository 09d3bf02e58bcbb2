package dev.portolan.client;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import picocli.CommandLine.Command;

/** Shows what waits in the spool; asks no service. */
@Command(name = "spool")
final class SpoolList extends ServiceCommand {

    SpoolList(Surroundings surroundings, Texts texts) {
        super(surroundings, texts);
    }

    @Override
    ExitCode run() throws ClientFault {
        try (var session = session()) {
            var erasures = session.spool.erasures();
            say("spool.where", session.spool.directory(), session.settings.endpoint(), session.settings.user());
            for (var each : erasures.left()) line(each, state(each));
            for (var each : erasures.setAside()) line(each, "ASIDE");
            if (erasures.left().isEmpty() && erasures.setAside().isEmpty()) say("spool.empty");
            return ExitCode.OK;
        }
    }

    private static String state(SpooledErasure erasure) {
        if (erasure.hasReport()) return erasure.reservation().isPresent() ? "REPORT" : "UNCOVERED";
        if (Erasures.isAhead(erasure)) return "AHEAD";
        return "BEGUN";
    }

    private void line(SpooledErasure erasure, String state) {
        var started = String.valueOf(erasure.directory().getFileName()).split("-", 2)[0];
        var when = started.matches("\\d{13}") ? Instant.ofEpochMilli(Long.parseLong(started)) : Instant.EPOCH;
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(ZoneId.systemDefault());
        surroundings
                .out()
                .printf(
                        "%-18s %-32s %s%n",
                        format.format(when), erasure.product(), texts.plain("spool.state." + state));
    }
}
