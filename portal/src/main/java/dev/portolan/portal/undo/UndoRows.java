package dev.portolan.portal.undo;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.UndoTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.portal.freeze.TenantFreeze;
import dev.portolan.portal.freeze.TenantFreezeState;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Moves a tenant's freeze row. Every method locks it first, so that messages are carried out one after the other. */
@Repository
class UndoRows {
    private static final String LONGEST_WAIT = "3s";

    private final JdbcClient jdbc;
    private final TenantFreeze freeze;
    private final Clock clock;

    UndoRows(JdbcClient jdbc, TenantFreeze freeze, Clock clock) {
        this.jdbc = jdbc;
        this.freeze = freeze;
        this.clock = clock;
    }

    /** The row. */
    record Standing(
            TenantFreezeState state,
            @Nullable UUID undo,
            long epoch,
            long decided,
            @Nullable Instant deadline) {
        boolean holds(UndoTry undone) {
            return undone.order().transfer().equals(undo)
                    && epoch == undone.order().epoch();
        }
    }

    /** Waits for every transaction that holds a share lock on the row. */
    Standing locked(TransferTry order) {
        freeze.alone(new CompanyId(order.tenant()));
        return jdbc.sql("""
                select state, undo_id, epoch, decided_epoch, deadline from tenant_freeze
                where tenant_id = :tenant for update
                """)
                .param("tenant", order.tenant())
                .query((row, number) -> new Standing(
                        TenantFreezeState.valueOf(row.getString("state")),
                        row.getObject("undo_id", UUID.class),
                        row.getLong("epoch"),
                        row.getLong("decided_epoch"),
                        Optional.ofNullable(row.getTimestamp("deadline"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .single();
    }

    /** @throws PortalRefusal {@code stale_epoch} or {@code already_decided} */
    Standing fenced(UndoTry undo) {
        var order = undo.order();
        limitWaiting();
        var standing = locked(order);
        boolean same = order.transfer().equals(standing.undo());
        if (!same && standing.state() != TenantFreezeState.ACTIVE)
            throw new PortalRefusal("stale_epoch", "another undo is under way");
        if (same && order.epoch() < standing.epoch())
            throw new PortalRefusal("stale_epoch", "it is " + standing.epoch());
        if (same && order.epoch() <= standing.decided()) throw new PortalRefusal("already_decided", "given back");
        return standing;
    }

    /** One slow writer shall not stop all others for longer: the message is asked for again. */
    private void limitWaiting() {
        jdbc.sql("select set_config('lock_timeout', :longest, true)")
                .param("longest", LONGEST_WAIT)
                .query(String.class)
                .single();
    }

    /** The id of the undo that took the transfer back; refuses where the transfer was never activated. */
    Optional<UUID> undoneBy(UndoTry undo) {
        var by = jdbc.sql("""
                select coalesce(undone_by, transfer_id) from transfer_outcome
                where tenant_id = :tenant and transfer_id = :transfer and outcome = 'ACTIVATED'
                """)
                .param("tenant", undo.order().tenant())
                .param("transfer", undo.transfer())
                .query(UUID.class)
                .optional()
                .orElseThrow(
                        () -> new PortalRefusal("not_activated", undo.transfer().toString()));
        return by.equals(undo.transfer()) ? Optional.empty() : Optional.of(by);
    }

    void frozen(UndoTry undo, Instant deadline) {
        set(undo, "FROZEN", deadline);
    }

    void undoing(UndoTry undo) {
        set(undo, "UNDOING", null);
    }

    private void set(UndoTry undo, String state, @Nullable Instant deadline) {
        of(undo, """
                update tenant_freeze
                set state = :state, undo_id = :undo, transfer_id = :transfer, epoch = :epoch, deadline = :deadline,
                    decided_epoch = case when undo_id = :undo then decided_epoch else 0 end, changed_at = :now
                where tenant_id = :tenant
                """)
                .param("state", state)
                .param("transfer", undo.transfer())
                .param("deadline", deadline == null ? null : Timestamp.from(deadline))
                .update();
    }

    /** Active again; messages of this epoch and smaller ones come too late. */
    void over(UndoTry undo) {
        of(undo, """
                update tenant_freeze
                set state = 'ACTIVE', undo_id = :undo, epoch = :epoch, decided_epoch = :epoch, deadline = null,
                    changed_at = :now
                where tenant_id = :tenant
                """).update();
    }

    /** Hides, with one row, everything that the transfer brought. */
    void undone(UndoTry undo) {
        of(undo, """
                update transfer_outcome set undone_at = :now, undone_by = :undo
                where tenant_id = :tenant and transfer_id = :transfer and outcome = 'ACTIVATED' and undone_at is null
                """).param("transfer", undo.transfer()).update();
    }

    private StatementSpec of(UndoTry undo, String sql) {
        return jdbc.sql(sql)
                .param("tenant", undo.order().tenant())
                .param("undo", undo.order().transfer())
                .param("epoch", undo.order().epoch())
                .param("now", Timestamp.from(clock.instant()));
    }
}
