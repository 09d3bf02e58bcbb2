package dev.portolan.portal.licence;

import dev.portolan.ledger.Balance;
import dev.portolan.ledger.LedgerEntry;
import dev.portolan.ledger.Quantity;
import dev.portolan.ledger.Rate;
import dev.portolan.ledger.ReservationState;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of reservations, balances and the ledger. */
@Component
class LicenceStore {
    private final JdbcClient jdbc;

    LicenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Rate> rate(String product) {
        return jdbc.sql("select rate from product where product = :product")
                .param("product", product)
                .query(BigDecimal.class)
                .optional()
                .map(Rate::new);
    }

    /** The tenant's pools of the product in the order in which they are drawn from; the user's own comes first. */
    List<Pool> pools(CompanyId tenant, String product, UUID user) {
        return jdbc.sql("""
                select p.pool_id, p.expires_on, b.remaining, b.reserved
                from licence_pool p
                join licence_balance b on b.tenant_id = p.tenant_id and b.pool_id = p.pool_id
                join tenant t on t.tenant_id = p.tenant_id
                left join app_user u on u.tenant_id = p.tenant_id and u.user_id = :user
                where p.tenant_id = :tenant and p.product = :product
                order by p.pool_id is not distinct from coalesce(u.pool_id, t.default_pool_id) desc,
                         p.kind = 'OWN' desc, p.expires_on nulls last, p.pool_id
                """)
                .param("user", user)
                .param("tenant", tenant.value())
                .param("product", product)
                .query((row, number) -> new Pool(
                        row.getObject("pool_id", UUID.class),
                        row.getObject("expires_on", LocalDate.class),
                        balance(row)))
                .list();
    }

    /** Locks the balance of a pool; what came in and went before is one sum. */
    Balance lock(CompanyId tenant, UUID pool) {
        return jdbc.sql("""
                select remaining, reserved
                from licence_balance
                where tenant_id = :tenant and pool_id = :pool
                for update
                """)
                .param("tenant", tenant.value())
                .param("pool", pool)
                .query((row, number) -> balance(row))
                .single();
    }

    private static Balance balance(ResultSet row) throws SQLException {
        var zero = Quantity.ZERO;
        var remaining = new Quantity(row.getBigDecimal("remaining"));
        var reserved = new Quantity(row.getBigDecimal("reserved"));
        return new Balance(remaining.plus(reserved), zero, zero, zero, reserved, remaining, zero, zero);
    }

    Optional<Reservation> byKey(CompanyId tenant, UUID key) {
        return jdbc.sql("""
                select r.reservation_id, p.product, r.quantity, r.reserved_at
                from reservation r
                join licence_pool p on p.tenant_id = r.tenant_id and p.pool_id = r.pool_id
                where r.tenant_id = :tenant and r.idempotency_key = :key
                """)
                .param("tenant", tenant.value())
                .param("key", key)
                .query((row, number) -> new Reservation(
                        row.getObject("reservation_id", UUID.class),
                        row.getString("product"),
                        new Quantity(row.getBigDecimal("quantity")),
                        row.getTimestamp("reserved_at").toInstant(),
                        false))
                .optional();
    }

    /** @return false where the key was taken meanwhile; nothing is written then */
    boolean insert(CompanyId tenant, UUID pool, Reservation reservation, ReserveCommand command) {
        return jdbc.sql("""
                insert into reservation (tenant_id, reservation_id, pool_id, quantity, idempotency_key, client_id, user_id,
                                         state, reserved_at)
                values (:tenant, :id, :pool, :quantity, :key, :client, :user, 'OPEN', :at)
                on conflict (tenant_id, idempotency_key) do nothing
                """)
                        .param("tenant", tenant.value())
                        .param("id", reservation.id())
                        .param("pool", pool)
                        .param("quantity", reservation.quantity().amount())
                        .param("key", command.key())
                        .param("client", command.clientId())
                        .param("user", command.userId())
                        .param("at", Timestamp.from(reservation.reservedAt()))
                        .update()
                == 1;
    }

    Optional<HeldReservation> lockReservation(CompanyId tenant, UUID reservation) {
        return jdbc.sql("""
                select reservation_id as id, pool_id, quantity, state
                from reservation
                where tenant_id = :tenant and reservation_id = :id
                for update
                """)
                .param("tenant", tenant.value())
                .param("id", reservation)
                .query(HeldReservation.class)
                .optional();
    }

    void close(CompanyId tenant, UUID reservation, ReservationState next, @Nullable UUID documentId, Instant at) {
        jdbc.sql("""
                update reservation
                set state = :state, document_id = :document, closed_at = :at
                where tenant_id = :tenant and reservation_id = :id
                """)
                .param("state", next.name())
                .param("document", documentId)
                .param("at", Timestamp.from(at))
                .param("tenant", tenant.value())
                .param("id", reservation)
                .update();
    }

    /** Adds the entry and keeps the balance, which the caller has locked, in step with it. */
    void write(CompanyId tenant, UUID pool, LedgerEntry entry, Posting posting) {
        jdbc.sql("""
                insert into ledger_entry (tenant_id, entry_id, pool_id, kind, quantity, reservation_id, counterpart_id,
                                          note, by_user, at)
                values (:tenant, :id, :pool, :kind, :quantity, :reservation, :counterpart, :note, :by, :at)
                """)
                .param("tenant", tenant.value())
                .param("id", Ids.next())
                .param("pool", pool)
                .param("kind", entry.kind().name())
                .param("quantity", entry.quantity().amount())
                .param("reservation", posting.reservation())
                .param("counterpart", posting.counterpart())
                .param("note", posting.note())
                .param("by", posting.by())
                .param("at", Timestamp.from(posting.at()))
                .update();
        jdbc.sql("""
                update licence_balance
                set remaining = remaining + :remaining, reserved = reserved + :reserved
                where tenant_id = :tenant and pool_id = :pool
                """)
                .param("remaining", entry.remainingChange())
                .param("reserved", entry.reservedChange())
                .param("tenant", tenant.value())
                .param("pool", pool)
                .update();
    }
}
