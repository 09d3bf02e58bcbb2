package dev.portolan.contract;

/**
 * What the Cloud asks of the Portal to undo a transfer: the protocol of the transfer backwards, with the Cloud's outcome
 * row deciding.
 *
 * <p>Every method may throw {@link PortalUnreachable} and {@link PortalRefusal}; codes: {@code stale_epoch},
 * {@code not_activated}, {@code already_decided}, {@code undo_expired}, {@code undo_consumed},
 * {@code undo_granted_reserved}, {@code undo_grantor_unknown}.
 */
public interface UndoPortal {

    /** What an undo would do; writes nothing. */
    UndoOutlook outlook(UndoTry undo);

    /**
     * Freezes the tenant. Waits for every transaction that consumes or reports there, so one that was first is seen and
     * refuses the undo.
     */
    Done freeze(UndoFreeze freeze);

    /** Takes everything that came with the transfer out of the Portal's account, as entries of this undo and epoch. */
    UndoStock leave(UndoTry undo);

    /**
     * From now on only the Cloud decides; refused with {@code undo_expired} where the lease has ended before.
     *
     * @return what has left in this epoch
     */
    UndoStock commit(UndoTry undo);

    /** The Cloud has decided that the transfer is undone: hides what it brought, and gives the tenant back. */
    Done settle(UndoTry undo);

    /** The Cloud has decided that this try ends without effect. */
    Done abort(UndoTry undo);

    /** Reports that the Portal has received itself since the transfer; they stay there too. */
    BroughtBack broughtBack(UndoPage page);

    /** Removes some of the reports that an undone transfer has brought. */
    Cleared clear(UndoTry undo);
}
