package dev.portolan.demo;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program behind {@code ./portolan demo}. */
@Command(
        name = "./portolan demo",
        description = "Runs PostgreSQL, a mail server with an inbox page, the Cloud, the Portal and the demo data.")
public final class Demo implements Callable<Integer> {

    @Option(
            names = "--ports",
            paramLabel = "FROM",
            description = "The number before the first of eight ports in a row; 8080 if not given.")
    private int ports = Ports.USUAL.from();

    @Option(names = "--fresh", description = "Throw the demo's data away and start over.")
    private boolean fresh;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the demo's data in DIR instead of .portolan.")
    private @Nullable Path data;

    @Option(names = "--plain", description = "Start the apps from their jars, without extracting and caching.")
    private boolean plain;

    @Option(names = "--help", usageHelp = true, description = "Show this.")
    private boolean help;

    private final DemoData set;

    private Demo(DemoData set) {
        this.set = set;
    }

    /** Runs until Ctrl-C. */
    public static void main(String[] arguments) {
        var code = new CommandLine(new Demo(new NamedSet()))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof DemoFailure)) {
                        failure.printStackTrace();
                    }
                    System.err.println("portolan: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        var options = DemoOptions.usual(DemoOptions.findHome(), set)
                .withPorts(new Ports(ports))
                .withFresh(fresh)
                .withMode(plain ? StartMode.PLAIN : StartMode.CACHED);
        if (data != null) {
            options = options.withState(data.toAbsolutePath().normalize());
        }
        System.setProperty("portolan.logs", options.state().resolve("logs").toString());
        var system = DemoSystem.start(options, line -> System.out.println(line + " …"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("\nStopping …")));
        new Screen(system, set.hints(), sinceStart()).lines().forEach(System.out::println);
        Thread.currentThread().join();
        return 0;
    }

    /** How long this JVM has been running, so that its own start counts. */
    private static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
