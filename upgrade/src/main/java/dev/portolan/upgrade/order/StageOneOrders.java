package dev.portolan.upgrade.order;

import dev.portolan.platform.CompanyId;
import java.util.List;
import java.util.UUID;

/** Takes orders for tenants, users and invitations. */
public interface StageOneOrders {

    /**
     * Orders stage one. Called in a transaction bound to the runner, after each subject has been moved with
     * {@code STAGE_ONE_ORDERED}; the work begins once that transaction has committed. Ordered again for a subject (after
     * {@code STAGE_ONE_FAILED}), it goes on where it stopped. The engine answers with {@code STAGE_ONE_DONE} or
     * {@code STAGE_ONE_FAULT}.
     *
     * @param runner whose manager ordered it
     * @param subjects end customers of the runner, or the runner itself
     * @param by the user who ordered it, one of the runner's
     */
    void order(CompanyId runner, List<CompanyId> subjects, SetUpOptions options, UUID by);

    /**
     * Mails a fresh invitation to those users of a subject that have not signed up; called in a transaction bound to the
     * runner.
     *
     * @param users ids of users
     */
    void inviteAgain(CompanyId runner, CompanyId subject, List<UUID> users, UUID by);
}
