package dev.portolan.client;

import dev.portolan.client.FileResult.Trouble;
import dev.portolan.client.file.FileEraser;
import dev.portolan.client.file.Finding;
import dev.portolan.client.file.Mismatch;
import dev.portolan.client.file.Moved;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Erases the files of one job, one after the other, and notes down each step before the next. */
final class FileRun {

    private final FileEraser eraser;
    private final FileJournal journal;
    private final FileProgress progress;
    private final Clock clock;

    FileRun(FileEraser eraser, FileJournal journal, FileProgress progress, Clock clock) {
        this.eraser = eraser;
        this.journal = journal;
        this.progress = progress;
        this.clock = clock;
    }

    List<Optional<FileResult>> run(FileJob job) {
        journal.plan(job);
        var results = new ArrayList<Optional<FileResult>>();
        for (int i = 0; i < job.files().size(); i++) {
            var file = job.files().get(i);
            progress.begins(file);
            var result = erase(job, i);
            progress.ended(file, result);
            results.add(Optional.of(result));
        }
        return results;
    }

    private FileResult erase(FileJob job, int number) {
        var begun = FileResult.begun(clock.instant());
        journal.note(number, begun);
        var result = overwrite(job.files().get(number), job, begun);
        journal.note(number, result);
        return result.overwritten() && !job.keep() ? remove(job, number, result) : result;
    }

    private FileResult overwrite(Finding file, FileJob job, FileResult begun) {
        try {
            var manner = eraser.overwrite(file, job.standard());
            return begun.overwritten(now(), manner);
        } catch (Mismatch mismatch) {
            return begun.failed(now(), Trouble.MISMATCH);
        } catch (Moved moved) {
            return begun.failed(now(), Trouble.MOVED);
        } catch (IOException refused) {
            return begun.failed(now(), Trouble.REFUSED_BY_SYSTEM);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private FileResult remove(FileJob job, int number, FileResult result) {
        var file = job.files().get(number);
        try {
            eraser.remove(file.file(), file.inode(), job.alias(number));
            return result;
        } catch (IOException kept) {
            var notRemoved = result.notRemoved();
            journal.note(number, notRemoved);
            return notRemoved;
        }
    }
}
