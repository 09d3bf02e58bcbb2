package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The second and third promise of a transfer at every commit of either database: triggers of this test, on the tables of
 * both, write down what each commit leaves, and the two journals are gone through together. Both servers have one clock,
 * and what follows from a commit on the other side is always later.
 */
final class CommitJournal {
    private static final String EVERYTHING = "true";
    private static final String ACTIVATED = """
            exists (select from transfer_outcome
                    where tenant_id = whose and transfer_id = transfer and epoch = of_epoch and outcome = 'ACTIVATED')
            """;

    private final Look cloud;
    private final Look portal;

    private CommitJournal(Look cloud, Look portal) {
        this.cloud = cloud;
        this.portal = portal;
    }

    /** Begins to write; before anything else is in the databases. */
    static CommitJournal begin(BothApps apps, Look cloud, Look portal) {
        install(apps.cloudDatabase, "cloud", "company_id", EVERYTHING);
        install(apps.portalDatabase, "portal", "tenant_id", ACTIVATED);
        return new CommitJournal(cloud, portal);
    }

    /** Writes no more of a company: under load, one commit after the other would be the measure of everything. */
    void endFor(UUID company) {
        for (var look : List.of(cloud, portal))
            look.jdbc
                    .sql("insert into commit_journal_end (company) values (?)")
                    .params(company)
                    .update();
    }

    /** Fails if at any commit so far a unit was missing, too many or on both sides; tells how many commits there were. */
    int requireBalanced(UUID company) {
        var commits = commits(company);
        assertThat(imbalances(commits)).as("licences that were not conserved").isEmpty();
        return commits.size();
    }

    /** Fails if anything does not add up now; what was in between is of a history that a restore has taken back. */
    void requireBalancedNow(UUID company) {
        var books = new BothBooks();
        commits(company).forEach(books::take);
        assertThat(books.faults()).as("licences that are not conserved").isEmpty();
    }

    /** What does not add up, commit by commit. */
    List<String> imbalances(UUID company) {
        return imbalances(commits(company));
    }

    private static List<String> imbalances(List<Commit> commits) {
        var books = new BothBooks();
        var found = new ArrayList<String>();
        for (int i = 0; i < commits.size(); i++) {
            var commit = commits.get(i);
            books.take(commit);
            // A transaction may touch several pools: it is judged when all of them are taken.
            if (i + 1 < commits.size() && commit.isOneWith(commits.get(i + 1))) continue;
            books.faults().forEach(fault -> found.add(fault + " after " + commit));
        }
        return found;
    }

    private List<Commit> commits(UUID company) {
        // The Portal first: whatever it says there has left the Cloud before.
        var all = new ArrayList<>(read(portal, Commit.Side.PORTAL, company));
        all.addAll(read(cloud, Commit.Side.CLOUD, company));
        all.sort(Comparator.comparing(Commit::at));
        return all;
    }

    private static List<Commit> read(Look look, Commit.Side side, UUID company) {
        return look.jdbc
                .sql("""
                select max(at) over (partition by tx) as at, tx::text as tx, pool, product, granted, remaining, reserved, by_entries_remaining,
                       by_entries_reserved, open, outgoing, left_with, frozen, activated
                from commit_journal where company = ? order by place
                """)
                .params(company)
                .query((row, number) -> new Commit(
                        side,
                        row.getTimestamp("at"),
                        row.getString("tx"),
                        row.getObject("pool", UUID.class),
                        row.getString("product"),
                        new Commit.Sums(
                                row.getBigDecimal("granted"),
                                row.getBigDecimal("remaining"),
                                row.getBigDecimal("reserved"),
                                row.getBigDecimal("by_entries_remaining"),
                                row.getBigDecimal("by_entries_reserved"),
                                row.getBigDecimal("open")),
                        Commit.outgoing((String[]) row.getArray("outgoing").getArray(), (BigDecimal[])
                                row.getArray("left_with").getArray()),
                        row.getBoolean("frozen"),
                        List.of((String[]) row.getArray("activated").getArray())))
                .list();
    }

    private static void install(Database database, String side, String company, String counts) {
        try (var connection = database.ownerDataSource().getConnection();
                var call = connection.createStatement()) {
            call.execute(script("commit-journal-" + side));
            call.execute(script("commit-journal").formatted(company, counts));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script(String name) {
        try (var in = CommitJournal.class.getResourceAsStream(name + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
