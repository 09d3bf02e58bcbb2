package dev.portolan.client;

import picocli.CommandLine.Command;

/** Delivers what waits in the spool. */
@Command(name = "send")
final class Send extends ServiceCommand {

    Send(Surroundings surroundings, Texts texts) {
        super(surroundings, texts);
    }

    @Override
    ExitCode run() throws ClientFault {
        try (var session = session()) {
            return send(session, surroundings, texts);
        }
    }

    static ExitCode send(Session session, Surroundings surroundings, Texts texts) throws ClientFault {
        var progress = new Progress(surroundings, texts, 0);
        try {
            session.delivery(progress).settleWhatIsLeft();
        } finally {
            surroundings.out().println(texts.say(Text.of("send.sent", progress.sent())));
            progress.endOfSending(session.spool.erasures().waitingReports());
        }
        return progress.anyRefused() ? ExitCode.REFUSED : ExitCode.OK;
    }
}
