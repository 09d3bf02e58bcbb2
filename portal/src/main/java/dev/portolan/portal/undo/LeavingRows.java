package dev.portolan.portal.undo;

import dev.portolan.contract.UndoStock;
import dev.portolan.contract.UndoTry;
import dev.portolan.ledger.LedgerEntry;
import dev.portolan.ledger.TransferRef;
import dev.portolan.platform.Ids;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Entries, balances and reservations of an undo, in the pools that its transfer brought. */
@Repository
class LeavingRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    LeavingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Balance(UUID pool, BigDecimal remaining, BigDecimal reserved) {}

    /** What has left a pool and was not reversed. */
    record Out(UUID pool, TransferRef ref, BigDecimal remaining, BigDecimal reserved) {}

    /** Whether anything of the moved licences was used up, which ends the time in which an undo is possible. */
    boolean consumed(UndoTry undo) {
        return of(undo, """
                select exists (select from ledger_entry e
                               join licence_pool p on p.tenant_id = e.tenant_id and p.pool_id = e.pool_id
                               where e.tenant_id = :tenant and p.transfer_id = :transfer and e.kind = 'CONSUME')
                """).query(Boolean.class).single();
    }

    List<Out> out(UndoTry undo) {
        return of(undo, """
                select o.pool_id, o.epoch, o.quantity, o.reserved
                from ledger_entry o
                where o.tenant_id = :tenant and o.transfer_id = :undo and o.kind = 'TRANSFER_OUT'
                  and not exists (select from ledger_entry r
                                  where r.tenant_id = o.tenant_id and r.transfer_id = o.transfer_id
                                    and r.epoch = o.epoch and r.pool_id = o.pool_id
                                    and r.kind = 'TRANSFER_OUT_REVERSED')
                order by o.pool_id
                """)
                .query((row, number) -> new Out(
                        row.getObject("pool_id", UUID.class),
                        new TransferRef(undo.order().transfer(), row.getLong("epoch")),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved")))
                .list();
    }

    /** Balances of moved pools that nothing of this epoch has left yet. */
    List<Balance> lockBalances(UndoTry undo) {
        return of(undo, """
                select b.pool_id as pool, b.remaining, b.reserved
                from licence_balance b
                join licence_pool p on p.tenant_id = b.tenant_id and p.pool_id = b.pool_id
                where b.tenant_id = :tenant and p.transfer_id = :transfer
                  and not exists (select from ledger_entry e
                                  where e.tenant_id = :tenant and e.transfer_id = :undo and e.epoch = :epoch
                                    and e.pool_id = b.pool_id and e.kind = 'TRANSFER_OUT')
                order by b.pool_id
                for update of b
                """)
                .param("epoch", undo.order().epoch())
                .query(Balance.class)
                .list();
    }

    /** @return false where the same entry stands already */
    boolean append(UndoTry undo, UUID pool, LedgerEntry entry) {
        var ref = Objects.requireNonNull(entry.transfer());
        return jdbc.sql("""
                insert into ledger_entry
                  (tenant_id, entry_id, pool_id, kind, quantity, reserved, transfer_id, epoch, at)
                values (:tenant, :entry, :pool, :kind, :quantity, :reserved, :undo, :epoch, :now)
                on conflict do nothing
                """)
                        .param("tenant", undo.order().tenant())
                        .param("entry", Ids.next())
                        .param("pool", pool)
                        .param("kind", entry.kind().name())
                        .param("quantity", entry.quantity().amount())
                        .param("reserved", entry.reserved().amount())
                        .param("undo", ref.transfer())
                        .param("epoch", ref.epoch())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void apply(UndoTry undo, UUID pool, LedgerEntry entry) {
        jdbc.sql("""
                update licence_balance set remaining = remaining + :remaining, reserved = reserved + :reserved
                where tenant_id = :tenant and pool_id = :pool
                """)
                .param("remaining", entry.remainingChange())
                .param("reserved", entry.reservedChange())
                .param("tenant", undo.order().tenant())
                .param("pool", pool)
                .update();
    }

    void moveReservations(UndoTry undo) {
        reservations(undo, "OPEN", "MOVED");
    }

    void reopenReservations(UndoTry undo) {
        reservations(undo, "MOVED", "OPEN");
    }

    private void reservations(UndoTry undo, String from, String to) {
        jdbc.sql("""
                update reservation r set state = :to
                from licence_pool p
                where r.tenant_id = :tenant and r.state = :from and p.tenant_id = :tenant and p.pool_id = r.pool_id
                  and p.transfer_id = :transfer
                """)
                .param("to", to)
                .param("tenant", undo.order().tenant())
                .param("from", from)
                .param("transfer", undo.transfer())
                .update();
    }

    /** What this epoch takes out, and what else has happened to each pool in the Portal. */
    List<UndoStock.Pool> pools(UndoTry undo, Map<UUID, BigDecimal> kept) {
        return of(undo, """
                select p.pool_id, p.product, o.quantity, o.reserved,
                       coalesce(sum(e.quantity) filter (where e.kind = 'GRANT_IN'), 0) as granted_in,
                       coalesce(sum(e.quantity) filter (where e.kind = 'GRANT_OUT'), 0) as granted_out,
                       coalesce(sum(e.quantity) filter (where e.kind = 'EXPIRE'), 0) as expired
                from licence_pool p
                join ledger_entry o on o.tenant_id = p.tenant_id and o.pool_id = p.pool_id
                  and o.transfer_id = :undo and o.epoch = :epoch and o.kind = 'TRANSFER_OUT'
                join transfer_outcome a on a.tenant_id = p.tenant_id and a.transfer_id = p.transfer_id
                  and a.outcome = 'ACTIVATED'
                left join ledger_entry e on e.tenant_id = p.tenant_id and e.pool_id = p.pool_id and e.at >= a.at
                where p.tenant_id = :tenant and p.transfer_id = :transfer
                group by p.pool_id, p.product, o.quantity, o.reserved
                order by p.pool_id
                """)
                .param("epoch", undo.order().epoch())
                .query((row, number) -> new UndoStock.Pool(
                        row.getObject("pool_id", UUID.class),
                        row.getString("product"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("granted_in"),
                        row.getBigDecimal("granted_out"),
                        row.getBigDecimal("expired"),
                        kept.getOrDefault(row.getObject("pool_id", UUID.class), BigDecimal.ZERO)))
                .list();
    }

    List<UndoStock.Reservation> reservations(UndoTry undo) {
        return of(undo, """
                select r.reservation_id, r.pool_id, r.quantity, r.idempotency_key, r.client_id, r.user_id, r.reserved_at
                from reservation r
                join licence_pool p on p.tenant_id = r.tenant_id and p.pool_id = r.pool_id
                where r.tenant_id = :tenant and r.state = 'MOVED' and p.transfer_id = :transfer
                """)
                .query((row, number) -> new UndoStock.Reservation(
                        row.getObject("reservation_id", UUID.class),
                        row.getObject("pool_id", UUID.class),
                        row.getBigDecimal("quantity"),
                        row.getObject("idempotency_key", UUID.class),
                        row.getObject("client_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getTimestamp("reserved_at").toInstant()))
                .list();
    }

    private StatementSpec of(UndoTry undo, String sql) {
        return jdbc.sql(sql)
                .param("tenant", undo.order().tenant())
                .param("transfer", undo.transfer())
                .param("undo", undo.order().transfer());
    }
}
