package dev.portolan.portal.intake;

import dev.portolan.contract.BatchReceipt;
import dev.portolan.contract.Done;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.Withdrawal;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
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
        return opened.shared(header.order(), () -> {
            var digest = ReportIntakeStore.digest(batch);
            var before = store.receipt(header);
            if (before.isPresent() && MessageDigest.isEqual(before.get().digest(), digest))
                return before.get().receipt();
            int stored = write(batch);
            int found = stored == header.rows() ? 0 : store.before(header.order(), documents(batch));
            var receipt = new BatchReceipt(header.batch(), header.rows() - found, found, clock.instant(), false);
            store.keep(header, digest, receipt);
            return receipt;
        });
    }

    /** Tries all rows first, since hardly ever one of them stands here; looks for those only when one does. */
    private int write(ReportBatch batch) {
        var order = batch.header().order();
        try {
            return copy.write(order, batch::tuples, row -> true);
        } catch (DuplicateKeyException someStand) {
            var standing = store.standing(order, documents(batch));
            requireSame(batch, standing);
            return copy.write(order, batch::tuples, row -> !standing.containsKey(row.document()));
        }
    }

    private static void requireSame(ReportBatch batch, Map<UUID, byte[]> standing) {
        var conflicts = new ArrayList<String>();
        var rows = batch.tuples();
        while (rows.next() && conflicts.size() < NAMED) {
            var there = standing.get(rows.document());
            if (there != null && !MessageDigest.isEqual(there, rows.digest()))
                conflicts.add(rows.document().toString());
        }
        if (!conflicts.isEmpty()) throw new PortalRefusal("document_conflict", String.join(", ", conflicts));
    }

    private static List<UUID> documents(ReportBatch batch) {
        var documents = new ArrayList<UUID>(batch.header().rows());
        var rows = batch.tuples();
        while (rows.next()) documents.add(rows.document());
        return documents;
    }

    /** Removes hidden reports that left the scope. */
    public Done withdraw(Withdrawal withdrawal) {
        return opened.within(withdrawal.order(), () -> {
            int removed = store.remove(withdrawal.order(), withdrawal.documents());
            return new Done(clock.instant(), removed == 0);
        });
    }
}
