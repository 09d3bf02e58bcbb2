package dev.portolan.cloud.reconcile;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.web.Launch;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.springframework.beans.BeansException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * {@code ./portolan reconcile}: a Cloud that listens to nobody and takes no work, for as long as the comparison lasts. It
 * needs the Cloud's environment, and a Portal that is up.
 */
public final class ReconcileCommand {
    static final int EQUAL = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;
    static final int DIFFERS = 3;
    static final int NEEDS_PERSON = 4;

    private static final Set<String> OPTIONS = Set.of("--apply", "--restored");
    private static final String USAGE = """
            usage: ./portolan reconcile [--restored] [--apply]
              Compares Cloud and Portal after a database of either was restored from a backup.
              Without --apply it changes nothing and tells what it would do.
              --apply     sets right what differs; then both take writes again. May be run again at any time.
              --restored  has both refuse writes first: for a restore that was not noticed
              Exit codes: 0 equal or set right, 1 failed (run it again), 2 misused, 3 differs, 4 a person is needed.
            """;

    private ReconcileCommand() {}

    /** @return the exit code */
    public static int run(Class<?> app, List<String> options) {
        if (!OPTIONS.containsAll(options)) {
            System.err.print(USAGE);
            return options.contains("--help") ? EQUAL : MISUSED;
        }
        try (var cloud = Launch.start(
                "reconcile",
                app,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=-1",
                "--portolan.exchange.pulse=0s",
                "--portolan.reconcile=true",
                "--spring.main.banner-mode=off",
                "--logging.level.root=off")) {
            return compare(cloud.getBean(Reconcile.class), options, System.out);
        } catch (PortalUnreachable away) {
            return failed("the Portal does not answer (" + away.getMessage() + ")");
        } catch (PortalRefusal refusal) {
            return failed("the Portal refuses: " + refusal.getMessage());
        } catch (DataAccessException | TransactionException away) {
            return failed("the Cloud's database: " + away.getMostSpecificCause().getMessage());
        } catch (BeansException notStarted) {
            return failed("the Cloud's database or settings: "
                    + notStarted.getMostSpecificCause().getMessage());
        }
    }

    private static int failed(String why) {
        System.out.println(
                "Failed: " + why + ". What was set right stays so, and nothing else was changed. Run it again.");
        return FAILED;
    }

    static int compare(Reconcile reconcile, List<String> options, PrintStream out) {
        if (options.contains("--restored")) reconcile.restored();
        var report = reconcile.run(options.contains("--apply"));
        print(report, out);
        if (report.applied()) return report.persons() > 0 ? NEEDS_PERSON : EQUAL;
        return report.lines().isEmpty() && report.strangers().isEmpty() && !report.closed() ? EQUAL : DIFFERS;
    }

    private static void print(Report report, PrintStream out) {
        report.sides().forEach(out::println);
        out.println();
        for (var line : report.lines()) {
            out.println(line.company() + "  " + line.name());
            out.println("    differs  " + line.differs());
            out.println("    " + (report.applied() ? "done     " : "to do    ") + line.what());
            line.lost().forEach(lost -> out.println("    lost     " + lost));
        }
        for (var tenant : report.strangers())
            out.println(tenant
                    + "  the Portal has something of a transfer, the Cloud has no such company: a person is needed");
        if (!report.lines().isEmpty() || !report.strangers().isEmpty()) out.println();
        out.println(end(report));
    }

    private static String end(Report report) {
        var counts = report.agreeing() + " companies agree, " + report.lines().size() + " differ"
                + (report.persons() > 0 ? ", " + report.persons() + " need a person" : "");
        if (report.applied()) return "Set right: " + counts + ". Both sides take writes again.";
        if (report.closed()) return "Nothing was changed: " + counts + ". Writes are refused; run it with --apply.";
        return "Nothing was changed: " + counts + ". No restore is known, writes are taken; after one that was not"
                + " noticed, run it with --restored.";
    }
}
