package dev.portolan.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run of file erasures writes down beside its licence, always before it acts on it. */
record FileJournal(Erasures erasures, SpooledErasure erasure) {

    private static final String JOB = "job.json";

    void plan(FileJob job) {
        erasures.keep(erasure, JOB, job.asJson());
    }

    void note(int file, FileResult result) {
        erasures.keep(erasure, name(file), result.asJson());
    }

    /** Empty where the run was not planned when the client ended. */
    Optional<FileJob> job() throws UsageFault {
        var file = erasure.directory().resolve(JOB);
        try {
            return Files.exists(file) ? Optional.of(FileJob.of(Files.readAllBytes(file))) : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            throw new UsageFault("spool.unusable", erasure.directory(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For each file of the job in its order; empty where it was not begun. */
    List<Optional<FileResult>> results(FileJob job) throws UsageFault {
        var results = new ArrayList<Optional<FileResult>>();
        for (int i = 0; i < job.files().size(); i++) results.add(result(i));
        return results;
    }

    private Optional<FileResult> result(int number) throws UsageFault {
        var file = erasure.directory().resolve(name(number));
        try {
            return Files.exists(file) ? Optional.of(FileResult.of(Files.readAllBytes(file))) : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            throw new UsageFault("spool.unusable", erasure.directory(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int file) {
        return "file-%06d.json".formatted(file);
    }
}
