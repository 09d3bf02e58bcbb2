package dev.portolan.contract;

/**
 * What the Cloud asks of the Portal in stage two. Whatever is sent stays hidden there until {@link #activate}.
 *
 * <p>Every method may throw {@link PortalUnreachable} (nothing is known of the outcome: ask again with the same message)
 * and {@link PortalRefusal}; codes: {@code stale_epoch}, {@code not_opened}, {@code already_decided},
 * {@code document_conflict}, {@code not_ready}, {@code damaged}, {@code unknown_tenant}.
 */
public interface TransferPortal {

    /** Announces a try: from now on smaller epochs of this transfer are refused. */
    Outcome open(TransferTry order);

    /** Stores a batch of reports, hidden; the same batch again answers as the first time. */
    BatchReceipt send(ReportBatch batch);

    /** Takes back hidden reports that are no longer in scope. */
    Done withdraw(Withdrawal withdrawal);

    /** Stores workflows, pools, balances and open reservations, hidden; replaces what an earlier try had sent. */
    Done send(RestProvision rest);

    /** Bars users who have left since stage one. */
    Done bar(Leavers leavers);

    /** Reads the named reports back as they are stored, with digests computed anew. */
    ProofAnswer prove(ProofQuestion question);

    /** Reads back what the transfer has brought beside the reports; takes as long however many there are. */
    TransferStock stock(TransferTry order);

    /** Counts the reports that the transfer has written; takes the longer the more there are. */
    ReportCount count(TransferTry order);

    /** The point of no return, unless this try was aborted before: the first outcome stands, and is answered. */
    Outcome activate(TransferTry order);

    /** Makes this try end without effect, unless it was activated before: the first outcome stands, and is answered. */
    Outcome abort(TransferTry order);

    /** What was decided; writes nothing. */
    Outcome outcome(TransferTry order);

    /** Says that both sides were compared after the activation and are equal. */
    Done complete(TransferTry order);

    /** Keeps some reports that a certificate speaks of. */
    Done keep(CertificateLeaves leaves);

    /** Keeps a certificate of an activated transfer, for the tenant to read; the same one again changes nothing. */
    Done keep(CertificateCopy certificate);

    /** Keeps a certificate's PDF. */
    Done keep(CertificatePages pages);
}
