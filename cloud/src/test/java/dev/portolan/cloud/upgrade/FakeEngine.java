package dev.portolan.cloud.upgrade;

import dev.portolan.migration.Cancelling;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.order.StageTwoOrders;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes orders and remembers them; a test plays the work itself. */
final class FakeEngine implements StageOneOrders, StageTwoOrders {
    record StageOne(CompanyId runner, List<CompanyId> subjects, SetUpOptions options) {}

    record StageTwo(CompanyId runner, List<CompanyId> subjects, ReportScope scope) {}

    final List<StageOne> stageOne = new CopyOnWriteArrayList<>();
    final List<StageTwo> stageTwo = new CopyOnWriteArrayList<>();
    final List<UUID> invitedAgain = new CopyOnWriteArrayList<>();
    final Map<CompanyId, Progress> progress = new ConcurrentHashMap<>();

    @Override
    public void order(CompanyId runner, List<CompanyId> subjects, SetUpOptions options, UUID by) {
        stageOne.add(new StageOne(runner, List.copyOf(subjects), options));
    }

    @Override
    public void inviteAgain(CompanyId runner, CompanyId subject, List<UUID> users, UUID by) {
        invitedAgain.addAll(users);
    }

    @Override
    public void order(CompanyId runner, List<CompanyId> subjects, ReportScope scope, UUID by) {
        stageTwo.add(new StageTwo(runner, List.copyOf(subjects), scope));
    }

    @Override
    public Cancelling cancel(CompanyId runner, CompanyId subject, UUID by) {
        return Cancelling.AT_ONCE;
    }

    @Override
    public Map<CompanyId, Progress> progress(CompanyId runner, Collection<CompanyId> subjects) {
        var found = new HashMap<CompanyId, Progress>();
        for (var subject : subjects) {
            var progressed = progress.get(subject);
            if (progressed != null) found.put(subject, progressed);
        }
        return found;
    }
}
