package dev.portolan.client;

import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulates erasures against the environment that the settings file names. */
@Command(name = "simulate")
final class Simulate extends ServiceCommand {

    @Option(names = "--devices", descriptionKey = "help.simulate.devices", defaultValue = "1", paramLabel = "N")
    private int devices;

    @Option(
            names = "--product",
            descriptionKey = "help.simulate.product",
            defaultValue = "Drive Eraser - PC Edition",
            paramLabel = "NAME")
    private String product = "";

    @Option(names = "--rate", descriptionKey = "help.simulate.rate", defaultValue = "5", paramLabel = "N")
    private double rate;

    @Option(names = "--offline", descriptionKey = "help.option.offline")
    private boolean offline;

    Simulate(Surroundings surroundings, Texts texts) {
        super(surroundings, texts);
    }

    @Override
    ExitCode run() throws ClientFault {
        if (devices < 0) throw new UsageFault("usage.wrong-value", "--devices", String.valueOf(devices));
        if (!(rate > 0)) throw new UsageFault("usage.wrong-value", "--rate", String.valueOf(rate));
        try (var session = session()) {
            return simulate(session);
        }
    }

    private ExitCode simulate(Session session) throws ClientFault {
        var progress = new Progress(surroundings, texts, devices);
        var cover = session.cover(session.delivery(progress), offline);
        var erasures = session.spool.erasures();
        var bench = new SimulatedBench(
                surroundings.clock(),
                RandomGenerator.getDefault(),
                session.spool.client().name());
        var simulation = new Simulation(cover, erasures, bench, progress, surroundings.clock(), surroundings.pause());
        try {
            simulation.run(devices, product, rate);
        } finally {
            progress.end(erasures.waitingReports());
        }
        return progress.anyRefused() ? ExitCode.REFUSED : ExitCode.OK;
    }
}
