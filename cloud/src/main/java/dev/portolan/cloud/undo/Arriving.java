package dev.portolan.cloud.undo;

import dev.portolan.contract.TransferTry;
import dev.portolan.contract.UndoStock;
import dev.portolan.ledger.EntryKind;
import dev.portolan.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Licences and reservations that come back, in the commit of the outcome. */
@Repository
class Arriving {
    private final JdbcClient jdbc;
    private final Clock clock;

    Arriving(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void licences(TransferTry undo, UndoStock.Pool pool) {
        int appended = jdbc.sql("""
                insert into ledger_entry
                  (company_id, entry_id, pool_id, kind, quantity, reserved, transfer_id, epoch, at)
                values (:company, :entry, :pool, :kind, :remaining, :reserved, :undo, :epoch, :now)
                on conflict do nothing
                """)
                .param("company", undo.tenant())
                .param("entry", Ids.next())
                .param("pool", pool.pool())
                .param("kind", EntryKind.TRANSFER_IN.name())
                .param("remaining", pool.remaining())
                .param("reserved", pool.reserved())
                .param("undo", undo.transfer())
                .param("epoch", undo.epoch())
                .param("now", now())
                .update();
        if (appended == 1)
            jdbc.sql("""
                    update licence_balance set remaining = remaining + :remaining, reserved = reserved + :reserved
                    where company_id = :company and pool_id = :pool
                    """)
                    .param("remaining", pool.remaining())
                    .param("reserved", pool.reserved())
                    .param("company", undo.tenant())
                    .param("pool", pool.pool())
                    .update();
    }

    /** Those that moved and are not open there any more were released there; those made there come with it. */
    void reservations(TransferTry undo, List<UndoStock.Reservation> open, UUID by) {
        for (var reservation : open)
            jdbc.sql("""
                    insert into reservation (company_id, reservation_id, pool_id, quantity, idempotency_key, client_id,
                                             user_id, state, reserved_at)
                    values (:company, :id, :pool, :quantity, :key, :client, :user, 'OPEN', :reserved)
                    on conflict (company_id, reservation_id) do update set state = 'OPEN', closed_at = null
                    """)
                    .param("company", undo.tenant())
                    .param("id", reservation.id())
                    .param("pool", reservation.pool())
                    .param("quantity", reservation.quantity())
                    .param("key", reservation.idempotencyKey())
                    .param("client", reservation.client())
                    .param("user", reservation.user() == null ? by : reservation.user())
                    .param("reserved", Timestamp.from(reservation.reservedAt()))
                    .update();
        jdbc.sql("""
                update reservation set state = 'RELEASED', closed_at = :now
                where company_id = :company and state = 'MOVED'
                """).param("now", now()).param("company", undo.tenant()).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
