package dev.portolan.client;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes load: many clients that reserve and report at once, each call timed. */
@Command(name = "load")
final class LoadCommand extends ServiceCommand {

    @Option(names = "--clients", descriptionKey = "help.load.clients", defaultValue = "8", paramLabel = "N")
    private int clients;

    @Option(names = "--seconds", descriptionKey = "help.load.seconds", defaultValue = "10", paramLabel = "S")
    private int seconds;

    @Option(
            names = "--product",
            descriptionKey = "help.simulate.product",
            defaultValue = "Drive Eraser - PC Edition",
            paramLabel = "NAME")
    private String product = "";

    @Option(names = "--json", descriptionKey = "help.load.json")
    private boolean json;

    LoadCommand(Surroundings surroundings, Texts texts) {
        super(surroundings, texts);
    }

    @Override
    ExitCode run() throws ClientFault {
        if (clients < 1 || clients > 10_000)
            throw new UsageFault("usage.wrong-value", "--clients", String.valueOf(clients));
        if (seconds < 1) throw new UsageFault("usage.wrong-value", "--seconds", String.valueOf(seconds));
        try (var session = session()) {
            var authorization = session.authorization(session.settings);
            authorization.value();
            var line = new StatusLine(surroundings);
            var load = new Load(session, authorization, product, Duration.ofSeconds(seconds));
            var measured = load.run(
                    clients,
                    done -> line.sayIfDue(
                            done, () -> texts.say(Text.of("load.running", Bar.left(done, line.passed())))));
            line.end();
            if (json) {
                surroundings.out().println(measured.asJson());
            } else {
                measured.lines(texts).forEach(surroundings.out()::println);
            }
            return measured.anySucceeded() ? ExitCode.OK : ExitCode.REFUSED;
        }
    }
}
