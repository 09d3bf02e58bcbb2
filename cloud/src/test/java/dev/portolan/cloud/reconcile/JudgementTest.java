package dev.portolan.cloud.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.freeze.FreezeState;
import dev.portolan.cloud.reconcile.Verdict.ActivationLost;
import dev.portolan.cloud.reconcile.Verdict.Agrees;
import dev.portolan.cloud.reconcile.Verdict.Behind;
import dev.portolan.cloud.reconcile.Verdict.CopyAgain;
import dev.portolan.cloud.reconcile.Verdict.Moved;
import dev.portolan.cloud.reconcile.Verdict.Person;
import dev.portolan.cloud.reconcile.Verdict.TenantLost;
import dev.portolan.cloud.reconcile.Verdict.Unordered;
import dev.portolan.contract.TransferBooks.Decided;
import dev.portolan.contract.TransferBooks.Tenant;
import dev.portolan.contract.TransferBooks.Transfer;
import dev.portolan.contract.TransferTry;
import dev.portolan.migration.Phase;
import dev.portolan.migration.RestoredRuns.Found;
import dev.portolan.migration.RunState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every pair of what the two sides may say, and what it leads to. */
class JudgementTest {
    private static final UUID COMPANY = new UUID(0, 1);
    private static final UUID RUNNER = new UUID(0, 2);
    private static final UUID T = new UUID(0, 3);
    private static final UUID OTHER = new UUID(0, 4);
    private static final Instant AT = Instant.EPOCH;

    @Test
    void what_both_know_agrees() {
        assertThat(judge(read(5), activated(5, 5, true))).isEqualTo(new Agrees());
        assertThat(judge(
                        cloud(FreezeState.ACTIVATING, T, 5, run(Phase.FORWARD, RunState.RUNNING, 5)),
                        activated(5, 5, false)))
                .isEqualTo(new Agrees());
        assertThat(judge(active(null), tenant())).isEqualTo(new Agrees());
        assertThat(judge(active(run(Phase.FORWARD, RunState.RUNNING, 5)), undecided(5), false))
                .isEqualTo(new Agrees());
    }

    @Test
    void what_the_portal_has_activated_has_moved_wherever_the_cloud_is() {
        var order = new TransferTry(COMPANY, T, 5);
        for (var cloud : List.of(
                active(null),
                active(run(Phase.FORWARD, RunState.RUNNING, 2)),
                active(run(Phase.BACK, RunState.FAILED, 4)),
                cloud(FreezeState.FROZEN, T, 4, run(Phase.FORWARD, RunState.RUNNING, 4)),
                cloud(FreezeState.FROZEN, T, 5, run(Phase.FORWARD, RunState.RUNNING, 5)),
                cloud(FreezeState.ACTIVATING, T, 4, run(Phase.FORWARD, RunState.RUNNING, 4)))) {
            assertThat(judge(cloud, activated(5, 6, true))).isEqualTo(new Moved(order, 6, true));
            assertThat(judge(cloud, activated(5, 6, false))).isEqualTo(new Moved(order, 6, false));
        }
    }

    @Test
    void a_run_below_the_fence_is_raised() {
        var onward = cloud(FreezeState.READ_ONLY, T, 5, run(Phase.ONWARD, RunState.RUNNING, 5));
        assertThat(judge(onward, activated(5, 7, false))).isEqualTo(new Behind(7));
    }

    @Test
    void a_read_only_account_whose_activation_is_lost_comes_back() {
        var order = new TransferTry(COMPANY, T, 5);
        assertThat(judge(read(5), undecided(5))).isEqualTo(new ActivationLost(order, 5, true));
        assertThat(judge(read(5), tenant())).isEqualTo(new ActivationLost(order, 0, true));
        assertThat(judge(read(5), nobody())).isEqualTo(new ActivationLost(order, 0, false));
        assertThat(judge(read(5), tenant(transfer(T, 5, null, new Decided(5, "ABORTED", AT)))))
                .isEqualTo(new ActivationLost(order, 5, true));
    }

    @Test
    void an_undecided_transfer_is_copied_anew_after_a_restore_or_below_the_fence() {
        var under = active(run(Phase.FORWARD, RunState.RUNNING, 3));
        assertThat(judge(under, undecided(3))).isEqualTo(new CopyAgain(new TransferTry(COMPANY, T, 3), 3, false));
        assertThat(judge(under, undecided(9), false))
                .isEqualTo(new CopyAgain(new TransferTry(COMPANY, T, 3), 9, false));
        assertThat(judge(under, tenant())).isEqualTo(new CopyAgain(new TransferTry(COMPANY, T, 3), 0, false));
        assertThat(judge(cloud(FreezeState.FROZEN, T, 3, run(Phase.FORWARD, RunState.RUNNING, 4)), undecided(4)))
                .isEqualTo(new CopyAgain(new TransferTry(COMPANY, T, 3), 4, true));
    }

    @Test
    void what_was_never_ordered_here_is_taken_up_again() {
        assertThat(judge(active(null), undecided(3))).isEqualTo(new Unordered(T, 3));
    }

    @Test
    void a_lost_tenant_is_made_again() {
        assertThat(judge(active(null), nobody())).isEqualTo(new TenantLost());
        assertThat(judge(active(null), nobody(), false)).isEqualTo(new Agrees());
    }

    @Test
    void what_cannot_be_known_is_left_to_a_person() {
        assertThat(judge(read(5), tenant(transfer(OTHER, 5, AT, new Decided(5, "ACTIVATED", AT)))))
                .isEqualTo(new Person("read_only_by_another_transfer"));
        assertThat(judge(
                        active(run(Phase.FORWARD, RunState.RUNNING, 3)),
                        tenant(transfer(OTHER, 5, AT, new Decided(5, "ACTIVATED", AT)))))
                .isEqualTo(new Person("ordered_under_another_id"));
        assertThat(judge(active(null), tenant(transfer(T, 5, AT, new Decided(5, "NEWER", AT)))))
                .isEqualTo(new Person("other_outcome"));
        assertThat(judge(
                        active(null),
                        tenant(
                                transfer(T, 5, AT, new Decided(5, "ACTIVATED", AT)),
                                transfer(OTHER, 6, AT, new Decided(6, "ACTIVATED", AT)))))
                .isEqualTo(new Person("activated_twice"));
        assertThat(judge(cloud(FreezeState.READ_ONLY, T, 5, null), tenant())).isEqualTo(new Person("order_unknown"));
    }

    @Test
    void an_undo_that_both_know_agrees_and_one_that_a_side_has_lost_needs_a_person() {
        var undoneThere = tenant(transfer(T, 5, AT, new Decided(5, "UNDONE", AT)));
        assertThat(judge(active(null), undoneThere)).isEqualTo(new Agrees());
        assertThat(judge(read(5), undoneThere)).isEqualTo(new Person("undo_lost_in_the_cloud"));
        var undoneHere = new CloudSide(
                COMPANY, "", RUNNER, new CloudSide.Freeze(FreezeState.ACTIVE, T, 5), null, true, Set.of(T));
        assertThat(judge(undoneHere, activated(5, 5, true))).isEqualTo(new Person("undo_lost_in_the_portal"));
        var undoing = new Tenant(COMPANY, true, true, activated(5, 5, true).transfers());
        assertThat(judge(read(5), undoing)).isEqualTo(new Person("undo_under_way"));
        assertThat(judge(read(5), undoing, false)).isEqualTo(new Agrees());
    }

    private static Verdict judge(CloudSide cloud, Tenant portal) {
        return Judgement.of(cloud, portal, true);
    }

    private static Verdict judge(CloudSide cloud, Tenant portal, boolean restored) {
        return Judgement.of(cloud, portal, restored);
    }

    private static CloudSide read(long epoch) {
        return cloud(FreezeState.READ_ONLY, T, epoch, run(Phase.ONWARD, RunState.DONE, epoch));
    }

    private static CloudSide active(CloudSide.@Nullable Transfer run) {
        return cloud(FreezeState.ACTIVE, null, 0, run);
    }

    private static CloudSide cloud(
            FreezeState state, @Nullable UUID transfer, long epoch, CloudSide.@Nullable Transfer run) {
        return new CloudSide(COMPANY, "", RUNNER, new CloudSide.Freeze(state, transfer, epoch), run, true, Set.of());
    }

    private static CloudSide.Transfer run(Phase phase, RunState state, long epoch) {
        return new CloudSide.Transfer(new Found(T, RUNNER, "stage-two"), phase, state, epoch, false);
    }

    private static Tenant activated(long epoch, long fence, boolean completed) {
        return tenant(transfer(T, fence, completed ? AT : null, new Decided(epoch, "ACTIVATED", AT)));
    }

    private static Tenant undecided(long fence) {
        return tenant(transfer(T, fence, null));
    }

    private static Transfer transfer(UUID id, long fence, @Nullable Instant completed, Decided... outcomes) {
        return new Transfer(id, fence, Arrays.asList(outcomes), completed);
    }

    private static Tenant tenant(Transfer... transfers) {
        return new Tenant(COMPANY, true, false, Arrays.asList(transfers));
    }

    private static Tenant nobody() {
        return new Tenant(COMPANY, false, false, List.of());
    }
}
