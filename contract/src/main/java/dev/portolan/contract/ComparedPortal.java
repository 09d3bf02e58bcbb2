package dev.portolan.contract;

/** What the Cloud asks of the Portal to notice that a database was restored from a backup, and to compare both after it. */
public interface ComparedPortal {

    /** Whether there is a Portal to talk to. */
    boolean configured();

    /** Each side tells how far it is and how far it knows the other to be. */
    Pulse pulse(Pulse own);

    Tenants tenants(TenantPage page);

    TransferBooks compare(TransfersQuestion question);

    Hidden hidden(HiddenPage page);

    /**
     * Keeps reports that only the Portal still has, visible at once, and forgets the receipts of the transfer's batches:
     * they are sent anew.
     */
    Done keep(Keeping reports);

    /** Ends a try without effect while no writes are taken; as {@link TransferPortal#abort}. */
    Outcome bury(TransferTry order);

    /** What a transfer has brought; as {@link TransferPortal#stock}. */
    TransferStock stock(TransferTry order);

    /** Both sides were compared: takes writes again. */
    Pulse reopen(Pulse own);
}
