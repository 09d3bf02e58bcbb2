package dev.portolan.upgrade.undo;

import dev.portolan.contract.BroughtBack;
import dev.portolan.contract.UndoStock;
import dev.portolan.contract.UndoTry;
import java.util.Optional;
import java.util.UUID;

/**
 * The outcome of an undo, and what comes with it; the Cloud implements it. Every method expects a transaction bound to the
 * company.
 */
public interface UndoRow {

    /**
     * The point of no return: writes the outcome, makes the account active again, and puts back what left the Portal.
     * The first outcome of an epoch stands, and of all epochs of an undo at most one undoes.
     *
     * @param by stands for users of reservations that the Cloud does not know
     * @return false where the epoch was given up before, or the account is not read-only by this transfer
     */
    boolean undo(UndoTry undo, UndoStock stock, UUID by);

    /** Gives this epoch up, unless the undo was decided before. */
    void giveUp(UndoTry undo);

    /** The epoch that undid, where one did. */
    Optional<Long> undone(UUID company, UUID undo);

    /** Stores reports that the Portal has received; those that stand already are left alone. */
    void keep(BroughtBack back);
}
