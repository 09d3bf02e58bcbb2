package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.ProvedReport;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferTry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the Cloud has, enumerated for the proof by code of its own; the Cloud implements it. Every method expects a
 * transaction bound to the company.
 */
public interface OwnSide {

    /** The reports of a batch, with their digests from arrival. */
    List<ProvedReport> batch(TransferTry order, int batch);

    /**
     * Reports in scope in the order of their document ids, without looking at batches.
     *
     * @param after the last id of the page before, null for the first page
     */
    List<ProvedReport> page(TransferTry order, Instant from, @Nullable UUID after, int limit);

    /** The bytes of these reports, read back from where they are stored: the digest is computed anew. */
    List<ProvedReport> stored(UUID company, List<UUID> documents);

    /**
     * How many reports are in scope but neither in a batch nor among the changes still to be followed; negative where too
     * many are. Takes the longer the more reports there are.
     */
    long reportsMissing(TransferTry order, Instant from);

    /** How many changes are still to be followed. */
    long unfollowed(TransferTry order);

    /** How many reports of the proved batches the transfer has brought, the others stood in the Portal before. */
    long reportsBrought(TransferTry order);

    /** How many reports of a batch stood in the Portal before, by its receipt. */
    long found(TransferTry order, int batch);

    /** What ought to stand in the Portal. */
    TransferStock stock(TransferTry order);
}
