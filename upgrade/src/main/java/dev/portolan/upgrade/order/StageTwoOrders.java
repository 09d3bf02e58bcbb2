package dev.portolan.upgrade.order;

import dev.portolan.migration.Cancelling;
import dev.portolan.platform.CompanyId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes orders for the transfer of licences, workflows and reports. */
public interface StageTwoOrders {

    /**
     * Orders the transfer. Called in a transaction bound to the runner, after each subject has been moved with
     * {@code TRANSFER_ORDERED}; the scope's bounds are fixed by this call, the work begins once the transaction has
     * committed. The engine moves all later states. Before it starts a subject it moves it with
     * {@code TRANSFER_STARTED}; where that is refused the order was cancelled meanwhile, and nothing is done.
     *
     * @param runner whose manager ordered it
     * @param subjects end customers of the runner, or the runner itself
     * @param by the user who ordered it, one of the runner's
     */
    void order(CompanyId runner, List<CompanyId> subjects, ReportScope scope, UUID by);

    /**
     * Cancels the transfer of a subject up to its point of no return; called in a transaction bound to the runner. Where
     * it had not begun ({@code AT_ONCE}) the caller moves the subject with {@code TRANSFER_CANCELLED}; where it had, the
     * engine does so when everything is given back.
     */
    Cancelling cancel(CompanyId runner, CompanyId subject, UUID by);

    /** How far the transfers of these subjects are; those that were never ordered are absent. */
    Map<CompanyId, Progress> progress(CompanyId runner, Collection<CompanyId> subjects);
}
