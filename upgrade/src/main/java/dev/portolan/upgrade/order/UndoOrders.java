package dev.portolan.upgrade.order;

import dev.portolan.contract.UndoOutlook;
import dev.portolan.platform.CompanyId;
import java.util.Optional;
import java.util.UUID;

/** Takes orders to undo the transfer of a customer. */
public interface UndoOrders {

    /**
     * Orders the undo. Called in a transaction bound to the runner, after the subject has been moved with
     * {@code UNDO_ORDERED}; the work begins once the transaction has committed. It ends with {@code TRANSFER_UNDONE} or,
     * where it was refused or failed, with {@code UNDO_ABORTED}: then the transfer stays as it was.
     *
     * @param subject an end customer of the runner whose transfer is in force
     */
    void order(CompanyId runner, CompanyId subject, UUID by);

    /**
     * What it would do at this moment, as the Portal says; empty where no transfer is in force, or where the Portal does
     * not answer.
     */
    Optional<UndoOutlook> outlook(CompanyId runner, CompanyId subject);
}
