package dev.portolan.client;

import dev.portolan.client.FileResult.State;
import dev.portolan.client.FileResult.Trouble;
import dev.portolan.client.disk.Disk;
import dev.portolan.client.file.FileEraser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ends runs that were killed: removes what was overwritten already, and writes the report that tells the truth about the
 * rest. A file in the middle of its passes counts as not erased; one that was not begun is not mentioned, since nothing
 * happened to it.
 */
final class Interrupted {

    private final Erasures erasures;
    private final FileEraser eraser;
    private final FileReport reports;
    private final Consumer<Text> notices;

    Interrupted(Erasures erasures, Disk disk, FileReport reports, Consumer<Text> notices) {
        this.erasures = erasures;
        this.eraser = new FileEraser(disk, FileProgress.NOBODY);
        this.reports = reports;
        this.notices = notices;
    }

    /** Without a report afterwards if no file was begun: then the licence was not used. */
    void finish(SpooledErasure erasure) throws UsageFault {
        var journal = new FileJournal(erasures, erasure);
        var job = journal.job();
        if (job.isEmpty()) return;
        var results = ended(journal, job.get());
        if (results.stream().allMatch(Optional::isEmpty)) return;
        notices.accept(Text.of(
                "interrupted.run",
                results.stream()
                        .filter(each -> each.filter(FileResult::overwritten).isPresent())
                        .count(),
                results.stream()
                        .filter(each -> each.filter(r -> !r.overwritten()).isPresent())
                        .count(),
                results.stream().filter(Optional::isEmpty).count()));
        erasures.finished(erasure, reports.write(job.get(), results));
    }

    private List<Optional<FileResult>> ended(FileJournal journal, FileJob job) throws UsageFault {
        var results = new ArrayList<Optional<FileResult>>();
        for (var noted : journal.results(job)) {
            var number = results.size();
            results.add(noted.map(result -> ended(job, number, result)));
        }
        return results;
    }

    private FileResult ended(FileJob job, int number, FileResult noted) {
        if (noted.state() == State.BEGUN) return noted.failed(noted.start(), Trouble.INTERRUPTED);
        return noted.overwritten() && !job.keep() ? removed(job, number, noted) : noted;
    }

    private FileResult removed(FileJob job, int number, FileResult result) {
        var file = job.files().get(number);
        try {
            eraser.remove(file.file(), file.inode(), job.alias(number));
            return result;
        } catch (IOException kept) {
            return result.notRemoved();
        }
    }
}
