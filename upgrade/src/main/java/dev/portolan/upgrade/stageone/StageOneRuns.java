package dev.portolan.upgrade.stageone;

import dev.portolan.migration.Runs;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.order.StageOneOrders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes the wizard's orders for stage one. */
@Component
class StageOneRuns implements StageOneOrders {
    static final String INVITE_AGAIN = "invite-again";
    static final String USERS = "users";
    static final String ORDER = "order";

    private final Runs runs;

    StageOneRuns(Runs runs) {
        this.runs = runs;
    }

    @Override
    public void order(CompanyId runner, List<CompanyId> subjects, SetUpOptions options, UUID by) {
        for (var subject : subjects) runs.order(runner, StageOnePlan.NAME, subject, OrderTerms.of(options), by);
    }

    @Override
    public void inviteAgain(CompanyId runner, CompanyId subject, List<UUID> users, UUID by) {
        if (users.isEmpty()) return;
        var terms = Map.of(
                USERS, users.stream().map(UUID::toString).collect(Collectors.joining(",")),
                ORDER, Ids.next().toString());
        runs.order(runner, INVITE_AGAIN, subject, terms, by);
    }
}
