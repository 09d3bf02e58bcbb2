package dev.portolan.client;

import dev.portolan.client.file.Examiner;
import dev.portolan.client.file.FileEraser;
import dev.portolan.client.file.Finding;
import dev.portolan.client.file.Ground;
import dev.portolan.client.file.Inode;
import dev.portolan.client.file.Standard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases files for good, and reports what could and what could not be made sure of. */
@Command(name = "erase")
final class Erase extends ServiceCommand {

    private static final String PRODUCT = "File Eraser";
    /** So that the report stays well under what a service takes. */
    private static final int MOST_FILES = 5_000;

    @Parameters(paramLabel = "FILE", descriptionKey = "help.erase.files", arity = "0..*")
    private List<Path> files = List.of();

    @Option(
            names = "--standard",
            descriptionKey = "help.erase.standard",
            defaultValue = "nist-clear",
            paramLabel = "NAME")
    private String standard = "";

    @Option(names = "--accept-limits", descriptionKey = "help.erase.accept-limits")
    private boolean acceptLimits;

    @Option(names = "--keep", descriptionKey = "help.erase.keep")
    private boolean keep;

    @Option(names = "--yes", descriptionKey = "help.option.yes")
    private boolean yes;

    @Option(names = "--offline", descriptionKey = "help.option.offline")
    private boolean offline;

    @Option(names = "--product", descriptionKey = "help.erase.product", defaultValue = PRODUCT, paramLabel = "NAME")
    private String product = PRODUCT;

    Erase(Surroundings surroundings, Texts texts) {
        super(surroundings, texts);
    }

    @Override
    ExitCode run() throws ClientFault {
        if (standard.equals("list")) return list();
        var chosen =
                Standard.of(standard).orElseThrow(() -> new UsageFault("usage.wrong-value", "--standard", standard));
        if (files.isEmpty()) throw new UsageFault("usage.missing", "FILE");
        if (files.size() > MOST_FILES) throw new UsageFault("erase.too-many", MOST_FILES);
        try (var session = session()) {
            return erase(session, chosen);
        }
    }

    private ExitCode list() {
        for (var each : Standard.values()) {
            var passes = texts.say(Text.of("erase.passes", each.passes().size()));
            surroundings.out().printf("%-14s %-28s %s%n", each.key(), each.reportName(), passes);
        }
        return ExitCode.OK;
    }

    private ExitCode erase(Session session, Standard chosen) throws ClientFault {
        var findings = examine();
        var erasable =
                findings.stream().filter(each -> each.erasable(acceptLimits)).toList();
        findings.stream().filter(each -> !each.erasable(acceptLimits)).forEach(this::sayRefused);
        if (erasable.isEmpty()) return ExitCode.NOT_ERASED;
        if (!confirmed(yes, question(erasable, chosen))) {
            say("confirm.cancelled");
            return ExitCode.CANCELLED;
        }
        var progress = new Progress(surroundings, texts, 0);
        try {
            var all = erase(session, progress, new FileJob(UUID.randomUUID(), chosen, keep, erasable));
            if (progress.anyRefused()) return ExitCode.REFUSED;
            return all && erasable.size() == findings.size() ? ExitCode.OK : ExitCode.NOT_ERASED;
        } finally {
            progress.endOfSending(session.spool.erasures().waitingReports());
        }
    }

    /** A file named twice is one. */
    private List<Finding> examine() {
        var examiner = new Examiner(new Ground(surroundings.root()));
        var seen = new HashSet<Inode>();
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            var finding = examiner.examine(file);
            if (!finding.obstacles().isEmpty() || seen.add(finding.inode())) findings.add(finding);
        }
        return findings;
    }

    private void sayRefused(Finding finding) {
        say("erase.refused", finding.file());
        finding.obstacles().stream().sorted().forEach(each -> sayReason("obstacle." + each));
        finding.limits().stream().sorted().forEach(each -> sayReason("limit." + each));
        if (finding.obstacles().isEmpty()) say("erase.accept-limits");
    }

    private void sayReason(String key) {
        surroundings.out().println("    " + texts.plain(key));
    }

    private Text question(List<Finding> erasable, Standard chosen) {
        var bytes = erasable.stream().mapToLong(Finding::size).sum();
        var which = erasable.size() == 1 ? erasable.getFirst().file().toString() : "";
        return Text.of(
                keep ? "erase.question.keep" : "erase.question",
                erasable.size(),
                bytes / 1e6,
                chosen.reportName(),
                which);
    }

    /** Whether all of them were erased. */
    private boolean erase(Session session, Progress progress, FileJob job) throws ClientFault {
        var cover = session.cover(session.delivery(progress), offline);
        cover.settleWhatIsLeft(product);
        var erasure = cover.forNew(Work.FILES, product);
        var watcher = new FileProgress(
                surroundings, texts, job.files(), job.standard().passes().size());
        var run = new FileRun(
                new FileEraser(surroundings.disk(), watcher),
                new FileJournal(session.spool.erasures(), erasure),
                watcher,
                surroundings.clock());
        var results = run.run(job);
        session.spool.erasures().finished(erasure, session.fileReport().write(job, results));
        say("erase.report", job.documentId());
        cover.deliver(erasure);
        return results.stream().flatMap(Optional::stream).allMatch(Erase::wholly);
    }

    private static boolean wholly(FileResult result) {
        return result.overwritten() && result.trouble().isEmpty();
    }
}
