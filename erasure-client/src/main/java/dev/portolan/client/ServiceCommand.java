package dev.portolan.client;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that works on the spool or with the service; says what went wrong and ends with the code for it. */
@Command
@SuppressWarnings("UnusedVariable") // picocli reads the common options
abstract class ServiceCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    final ServiceOptions service = new ServiceOptions();

    final Surroundings surroundings;
    final Texts texts;

    ServiceCommand(Surroundings surroundings, Texts texts) {
        this.surroundings = surroundings;
        this.texts = texts;
    }

    abstract ExitCode run() throws ClientFault;

    @Override
    public final Integer call() {
        try {
            return run().number();
        } catch (ClientFault fault) {
            surroundings.err().println(texts.say(fault.text()));
            return fault.exitCode().number();
        } catch (UncheckedIOException disk) {
            surroundings.err().println(texts.say(Text.of("disk", String.valueOf(disk.getMessage()))));
            return ExitCode.USAGE.number();
        }
    }

    final Session session() throws UsageFault {
        return Session.open(service, surroundings, texts);
    }

    final void say(String key, Object... values) {
        surroundings.out().println(texts.say(Text.of(key, values)));
    }

    /** Asks at the terminal; without one the answer has to be among the arguments. */
    final boolean confirmed(boolean yes, Text question) throws UsageFault {
        if (yes) return true;
        var answer = surroundings.input().apply(texts.say(question));
        if (answer.isEmpty()) throw new UsageFault("confirm.no-terminal");
        return answer.get().strip().equalsIgnoreCase(texts.plain("confirm.yes"));
    }
}
