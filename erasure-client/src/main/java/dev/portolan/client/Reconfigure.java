package dev.portolan.client;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves the client to another environment, with all that waits in its spool. */
@Command(name = "reconfigure")
final class Reconfigure extends ServiceCommand {

    @Parameters(paramLabel = "SETTINGS", descriptionKey = "help.reconfigure.settings")
    private Path next = Path.of("");

    @Option(names = "--no-send", descriptionKey = "help.reconfigure.no-send")
    private boolean keepWaiting;

    @Option(names = "--yes", descriptionKey = "help.option.yes")
    private boolean yes;

    Reconfigure(Surroundings surroundings, Texts texts) {
        super(surroundings, texts);
    }

    @Override
    ExitCode run() throws ClientFault {
        var settings = SettingsFile.read(next);
        if (!configure(settings)) {
            say("confirm.cancelled");
            return ExitCode.CANCELLED;
        }
        service.settings = null;
        try (var session = session()) {
            return keepWaiting ? ExitCode.OK : Send.send(session, surroundings, texts);
        }
    }

    /** Signs in first: if the new environment does not take this client, the old settings stay. False if cancelled. */
    private boolean configure(Settings settings) throws ClientFault {
        var directory = Session.directory(service, old(settings));
        service.spool = directory;
        try (var spool = Spool.open(directory, surroundings.disk(), surroundings.clock())) {
            var waiting = spool.erasures().left().size();
            var user = spool.settings().map(Settings::user).orElse(settings.user());
            if (waiting > 0 && !user.equalsIgnoreCase(settings.user())) {
                var question = Text.of("reconfigure.question", waiting, user, settings.user());
                if (!confirmed(yes, question)) return false;
            }
            if (settings instanceof Settings.Portal portal) enrol(spool, portal);
            spool.configure(settings);
            say("reconfigured", settings.endpoint(), settings.user());
            return true;
        }
    }

    private void enrol(Spool spool, Settings.Portal portal) throws ClientFault {
        new Credentials(new Wire(surroundings.patience(), surroundings.pause()), spool).enrolled(portal);
    }

    /** By {@code --settings}, else by the only spool there is, else by the user of the new settings. */
    private Optional<Settings> old(Settings settings) throws UsageFault {
        if (service.settings != null) return Optional.of(SettingsFile.read(service.settings));
        return Session.isOnlyOneSpool() ? Optional.empty() : Optional.of(settings);
    }
}
