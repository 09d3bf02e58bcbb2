package dev.portolan.crash;

import dev.portolan.crash.promise.Rows;
import dev.portolan.crash.promise.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is known of a case that failed: logs, the rows of its company, and what passed by. */
record Evidence(Plant plant, Sight sight, Customer customer) {
    private static final List<String> CLOUD = List.of(
            "select row_to_json(r) from migration_run r where subject_id = ?",
            "select row_to_json(r) from migration_event r where subject_id = ? order by at",
            "select row_to_json(r) from company_freeze r where company_id = ?",
            "select row_to_json(r) from licence_balance r where company_id = ?",
            "select row_to_json(r) from ledger_entry r where company_id = ? and kind like 'TRANSFER%' order by at",
            "select row_to_json(r) from transfer_batch r where company_id = ?");
    private static final List<String> PORTAL = List.of(
            "select row_to_json(r) from transfer r where tenant_id = ?",
            "select row_to_json(r) from transfer_outcome r where tenant_id = ?",
            "select row_to_json(r) from transfer_batch r where tenant_id = ?",
            "select row_to_json(r) from licence_balance r where tenant_id = ?",
            "select row_to_json(r) from ledger_entry r where tenant_id = ? and kind like 'TRANSFER%' order by at");

    Path keep(int number, Trap trap, Probes probes, List<String> broken) {
        var directory = plant.directory().resolve("failed-" + number);
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve("broken.txt"), broken);
            Files.write(directory.resolve("passed-by.txt"), trap.seen());
            Files.write(directory.resolve("cloud-rows.txt"), rows(sight.cloud(), CLOUD));
            Files.write(directory.resolve("portal-rows.txt"), rows(sight.portal(), PORTAL));
            Files.write(directory.resolve("probe-cloud.txt"), attempts(probes.cloud()));
            Files.write(directory.resolve("probe-portal.txt"), attempts(probes.portal()));
            for (var node : plant.nodes()) Files.copy(node.log(), directory.resolve(node.name() + ".log"));
        } catch (IOException e) {
            throw new CrashFailure("cannot keep the evidence in " + directory, e);
        }
        broken.add("evidence in " + directory);
        return directory;
    }

    private List<String> rows(Rows of, List<String> questions) {
        var all = new ArrayList<String>();
        for (var question : questions) all.addAll(of.texts(question, customer.id()));
        return all;
    }

    private static List<String> attempts(Probe probe) {
        return probe.attempts().stream()
                .map(one -> one.from() + " " + one.until() + " " + one.answer())
                .toList();
    }
}
