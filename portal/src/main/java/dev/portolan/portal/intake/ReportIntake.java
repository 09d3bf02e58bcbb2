package dev.portolan.portal.intake;

import dev.portolan.contract.BatchReceipt;
import dev.portolan.contract.Done;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.ReportBatch.Row;
import dev.portolan.contract.Withdrawal;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Stores batches of reports, hidden, each with its receipt in one commit. What stands here already with the same bytes
 * counts as stored; with other bytes it stops the transfer.
 */
@Component
public class ReportIntake {
    private static final int NAMED = 5;

    private final OpenedTransfer opened;
    private final ReportIntakeStore store;
    private final ReportCopy copy;
    private final Clock clock;

    ReportIntake(OpenedTransfer opened, ReportIntakeStore store, ReportCopy copy, Clock clock) {
        this.opened = opened;
        this.store = store;
        this.copy = copy;
        this.clock = clock;
    }

    /**
     * Stores a batch, or finds it stored.
     *
     * @throws PortalRefusal {@code document_conflict} with the ids, besides what {@link OpenedTransfer} refuses
     */
    public BatchReceipt take(ReportBatch batch) {
        var header = batch.header();
        return opened.within(header.order(), () -> {
            var digest = ReportIntakeStore.digest(batch.rows());
            var before = store.receipt(header);
            if (before.isPresent() && MessageDigest.isEqual(before.get().digest(), digest))
                return before.get().receipt();
            var missing = missing(batch);
            copy.write(header.order(), missing);
            requireAll(batch, missing);
            int found = missing.size() == header.rows() ? 0 : store.before(header.order(), ids(batch.rows()));
            var receipt = new BatchReceipt(header.batch(), header.rows() - found, found, clock.instant(), false);
            store.keep(header, digest, receipt);
            return receipt;
        });
    }

    /** The rows of the batch that do not stand here yet. */
    private List<Row> missing(ReportBatch batch) {
        var standing = store.standing(batch.header().order(), ids(batch.rows()));
        var conflicts = batch.rows().stream()
                .filter(row -> standing.containsKey(row.document())
                        && !MessageDigest.isEqual(standing.get(row.document()), row.digest()))
                .map(row -> row.document().toString())
                .limit(NAMED)
                .toList();
        if (!conflicts.isEmpty()) throw new PortalRefusal("document_conflict", String.join(", ", conflicts));
        return batch.rows().stream()
                .filter(row -> !standing.containsKey(row.document()))
                .toList();
    }

    /** Under the ordinary role, whose policy shows nothing of other tenants: what COPY wrote is this tenant's. */
    private void requireAll(ReportBatch batch, List<Row> written) {
        long there = store.count(batch.header().order(), ids(written));
        if (there != written.size())
            throw new IllegalStateException(there + " of " + written.size() + " rows stand after COPY");
    }

    /** Removes hidden reports that left the scope. */
    public Done withdraw(Withdrawal withdrawal) {
        return opened.within(withdrawal.order(), () -> {
            int removed = store.remove(withdrawal.order(), withdrawal.documents());
            return new Done(clock.instant(), removed == 0);
        });
    }

    private static List<UUID> ids(List<Row> rows) {
        return rows.stream().map(Row::document).toList();
    }
}
