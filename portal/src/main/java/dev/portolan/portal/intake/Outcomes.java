package dev.portolan.portal.intake;

import dev.portolan.contract.Done;
import dev.portolan.contract.Outcome;
import dev.portolan.contract.Outcome.Decision;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.TransferTry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens transfers and decides them: the first outcome of an epoch stands for good. */
@Component
public class Outcomes {
    private final OpenedTransfer opened;
    private final TenantView view;
    private final JdbcClient jdbc;
    private final Clock clock;

    Outcomes(OpenedTransfer opened, TenantView view, JdbcClient jdbc, Clock clock) {
        this.opened = opened;
        this.view = view;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Raises the fence to this epoch. */
    public Outcome open(TransferTry order) {
        return opened.bound(order, () -> {
            view.requireTenant(order);
            raise(order);
            opened.requireEpoch(order);
            var outcome = read(order);
            if (outcome.decision() == Decision.OPEN) view.migration(order, "STAGE_TWO");
            return outcome;
        });
    }

    /** The point of no return. */
    public Outcome activate(TransferTry order) {
        return opened.bound(order, () -> {
            var before = read(order);
            if (before.decision() != Decision.OPEN) return before;
            opened.requireEpoch(order);
            if (!view.restStands(order)) throw new PortalRefusal("not_ready", "the rest of this epoch is missing");
            decide(order, Decision.ACTIVATED);
            var outcome = read(order);
            if (outcome.decision() == Decision.ACTIVATED) view.takeDefaults(order);
            return outcome;
        });
    }

    /** Ends this epoch without effect, unless it was activated before. */
    public Outcome abort(TransferTry order) {
        return opened.bound(order, () -> {
            raise(order); // takes the row's lock also where the try was never opened
            if (read(order).decision() == Decision.OPEN) {
                decide(order, Decision.ABORTED);
                view.migration(order, "STAGE_ONE");
            }
            return read(order);
        });
    }

    /** What was decided; writes nothing. */
    public Outcome outcome(TransferTry order) {
        return opened.bound(order, () -> read(order));
    }

    /** Both sides were compared and are equal. */
    public Done complete(TransferTry order) {
        return opened.bound(order, () -> {
            if (read(order).decision() != Decision.ACTIVATED) throw new PortalRefusal("not_ready", "not activated");
            var now = clock.instant();
            int first = jdbc.sql("""
                    update transfer set completed_at = :now
                    where tenant_id = :tenant and transfer_id = :transfer and completed_at is null
                    """)
                    .param("now", Timestamp.from(now))
                    .param("tenant", order.tenant())
                    .param("transfer", order.transfer())
                    .update();
            view.migration(order, "COMPLETED");
            return new Done(now, first == 0);
        });
    }

    private void raise(TransferTry order) {
        jdbc.sql("""
                insert into transfer as t (tenant_id, transfer_id, epoch, opened_at)
                values (:tenant, :transfer, :epoch, :now)
                on conflict (tenant_id, transfer_id) do update set epoch = greatest(t.epoch, excluded.epoch)
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The first insert wins; of all epochs of a transfer at most one is activated (an index sees to it). */
    private void decide(TransferTry order, Decision decision) {
        jdbc.sql("""
                insert into transfer_outcome (tenant_id, transfer_id, epoch, outcome, at)
                values (:tenant, :transfer, :epoch, :outcome, :now)
                on conflict do nothing
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .param("outcome", decision.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Outcome read(TransferTry order) {
        return found(order).orElseGet(() -> new Outcome(Decision.OPEN, order.epoch(), null));
    }

    private Optional<Outcome> found(TransferTry order) {
        return jdbc.sql("""
                select outcome, epoch, at from transfer_outcome
                where tenant_id = :tenant and transfer_id = :transfer and (epoch = :epoch or outcome = 'ACTIVATED')
                order by outcome desc
                limit 1
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .query((row, number) -> new Outcome(
                        Decision.valueOf(row.getString("outcome")),
                        row.getLong("epoch"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }
}
