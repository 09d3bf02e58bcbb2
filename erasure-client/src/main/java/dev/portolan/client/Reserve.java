package dev.portolan.client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reserves licences ahead for a time without connection, or returns those not used. */
@Command(name = "reserve")
final class Reserve extends ServiceCommand {

    private static final int MOST = 1_000;

    @Option(names = "--count", descriptionKey = "help.reserve.count", defaultValue = "1", paramLabel = "N")
    private int count;

    @Option(
            names = "--product",
            descriptionKey = "help.simulate.product",
            defaultValue = "Drive Eraser - PC Edition",
            paramLabel = "NAME")
    private String product = "";

    @Option(names = "--return", descriptionKey = "help.reserve.return")
    private boolean giveBack;

    Reserve(Surroundings surroundings, Texts texts) {
        super(surroundings, texts);
    }

    @Override
    ExitCode run() throws ClientFault {
        if (count < 1 || count > MOST) throw new UsageFault("usage.wrong-value", "--count", String.valueOf(count));
        try (var session = session()) {
            var progress = new Progress(surroundings, texts, 0);
            var delivery = session.delivery(progress);
            if (giveBack) {
                giveBack(session, delivery);
            } else {
                for (int i = 0; i < count; i++) delivery.reserve(Work.AHEAD, product, "1");
            }
            progress.endOfSending(session.spool.erasures().waitingReports());
            say("reserve.ahead", ahead(session));
            return ExitCode.OK;
        }
    }

    private static void giveBack(Session session, Delivery delivery) throws ClientFault {
        for (var each : session.spool.erasures().left()) {
            if (each.work() == Work.AHEAD) delivery.release(each);
        }
    }

    private static long ahead(Session session) throws UsageFault {
        return session.spool.erasures().left().stream()
                .filter(Erasures::isAhead)
                .count();
    }
}
