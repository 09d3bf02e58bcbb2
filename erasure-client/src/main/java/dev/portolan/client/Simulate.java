package dev.portolan.client;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates erasures against the environment that the settings file names. */
@Command(name = "simulate")
@SuppressWarnings("UnusedVariable") // picocli reads the common options
final class Simulate implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--settings", descriptionKey = "help.simulate.settings", required = true, paramLabel = "FILE")
    private Path settingsFile = Path.of("");

    @Option(names = "--devices", descriptionKey = "help.simulate.devices", defaultValue = "1", paramLabel = "N")
    private int devices;

    @Option(
            names = "--product",
            descriptionKey = "help.simulate.product",
            defaultValue = "Drive Eraser - PC Edition",
            paramLabel = "NAME")
    private String product = "";

    @Option(names = "--password-env", descriptionKey = "help.simulate.password-env", paramLabel = "VAR")
    private @Nullable String passwordVariable;

    @Option(names = "--rate", descriptionKey = "help.simulate.rate", defaultValue = "5", paramLabel = "N")
    private double rate;

    @Option(names = "--spool", descriptionKey = "help.simulate.spool", paramLabel = "DIR")
    private @Nullable Path spoolDirectory;

    private final Surroundings surroundings;
    private final Texts texts;

    Simulate(Surroundings surroundings, Texts texts) {
        this.surroundings = surroundings;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        try {
            return simulate().number();
        } catch (ClientFault fault) {
            surroundings.err().println(texts.say(fault.text()));
            return fault.exitCode().number();
        } catch (UncheckedIOException disk) {
            surroundings.err().println(texts.say(Text.of("disk", String.valueOf(disk.getMessage()))));
            return ExitCode.USAGE.number();
        }
    }

    private ExitCode simulate() throws ClientFault {
        if (devices < 0) throw new UsageFault("usage.wrong-value", "--devices", String.valueOf(devices));
        if (!(rate > 0)) throw new UsageFault("usage.wrong-value", "--rate", String.valueOf(rate));
        var settings = SettingsFile.read(settingsFile);
        try (var spool = Spool.open(directory(settings), settings.user(), surroundings.clock())) {
            return simulate(settings, spool);
        }
    }

    private ExitCode simulate(Settings settings, Spool spool) throws ClientFault {
        var wire = new Wire(surroundings.patience(), surroundings.pause());
        var authorization = new Credentials(wire, spool).authorization(settings, this::password);
        var service = new Service(wire, settings.endpoint(), authorization, spool.client());
        var progress = new Progress(surroundings, texts, devices);
        var delivery = new Delivery(service, spool, progress);
        var bench = new SimulatedBench(
                surroundings.clock(),
                RandomGenerator.getDefault(),
                spool.client().name());
        var simulation = new Simulation(delivery, spool, bench, progress, surroundings.clock(), surroundings.pause());
        try {
            simulation.run(devices, product, rate);
        } finally {
            progress.end(spool.waitingReports());
        }
        return progress.anyRefused() ? ExitCode.REFUSED : ExitCode.OK;
    }

    /** One spool for each user by default, since reports of one company must not be sent as another. */
    private Path directory(Settings settings) {
        if (spoolDirectory != null) return spoolDirectory;
        var name = settings.user().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._-]", "_");
        return Path.of(".portolan", "spool", name);
    }

    private String password(String user) throws UsageFault {
        if (passwordVariable != null) {
            var variable = passwordVariable;
            return surroundings
                    .environment()
                    .apply(variable)
                    .orElseThrow(() -> new UsageFault("password.not-set", variable));
        }
        return surroundings
                .hiddenInput()
                .apply(texts.say(Text.of("password.prompt", user)))
                .orElseThrow(() -> new UsageFault("password.no-terminal"));
    }
}
