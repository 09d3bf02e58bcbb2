package dev.portolan.cloud.licence;

import dev.portolan.ledger.Balance;
import dev.portolan.ledger.LedgerEntry;
import dev.portolan.ledger.Quantity;
import dev.portolan.ledger.Rate;
import dev.portolan.ledger.ReservationState;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
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

    /** The company's pools of the product, those that expire first before the others. */
    List<Pool> pools(CompanyId company, String product) {
        return jdbc.sql("""
                select pool_id as id, product, expires_on
                from licence_pool
                where company_id = :company and product = :product
                order by expires_on nulls last, pool_id
                """)
                .param("company", company.value())
                .param("product", product)
                .query(Pool.class)
                .list();
    }

    Optional<Pool> pool(CompanyId company, UUID pool) {
        return jdbc.sql("""
                select pool_id as id, product, expires_on
                from licence_pool
                where company_id = :company and pool_id = :pool
                """)
                .param("company", company.value())
                .param("pool", pool)
                .query(Pool.class)
                .optional();
    }

    /** Locks the balance of a pool; what came in and went before is one sum. */
    Balance lock(CompanyId company, UUID pool) {
        return jdbc.sql("""
                select remaining, reserved
                from licence_balance
                where company_id = :company and pool_id = :pool
                for update
                """)
                .param("company", company.value())
                .param("pool", pool)
                .query((row, number) -> balance(
                        new Quantity(row.getBigDecimal("remaining")), new Quantity(row.getBigDecimal("reserved"))))
                .single();
    }

    private static Balance balance(Quantity remaining, Quantity reserved) {
        var zero = Quantity.ZERO;
        return new Balance(remaining.plus(reserved), zero, zero, zero, reserved, remaining, zero, zero);
    }

    Optional<Reservation> byKey(CompanyId company, UUID key) {
        return jdbc.sql("""
                select r.reservation_id, p.product, r.quantity, r.reserved_at
                from reservation r
                join licence_pool p on p.company_id = r.company_id and p.pool_id = r.pool_id
                where r.company_id = :company and r.idempotency_key = :key
                """)
                .param("company", company.value())
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
    boolean insert(CompanyId company, UUID pool, Reservation reservation, ReserveCommand command) {
        return jdbc.sql("""
                insert into reservation (company_id, reservation_id, pool_id, quantity, idempotency_key, client_id, user_id,
                                         state, reserved_at)
                values (:company, :id, :pool, :quantity, :key, :client, :user, 'OPEN', :at)
                on conflict (company_id, idempotency_key) do nothing
                """)
                        .param("company", company.value())
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

    Optional<HeldReservation> lockReservation(CompanyId company, UUID reservation) {
        return jdbc.sql("""
                select reservation_id as id, pool_id, quantity, state
                from reservation
                where company_id = :company and reservation_id = :id
                for update
                """)
                .param("company", company.value())
                .param("id", reservation)
                .query(HeldReservation.class)
                .optional();
    }

    void close(CompanyId company, UUID reservation, ReservationState next, @Nullable UUID documentId, Instant at) {
        jdbc.sql("""
                update reservation
                set state = :state, document_id = :document, closed_at = :at
                where company_id = :company and reservation_id = :id
                """)
                .param("state", next.name())
                .param("document", documentId)
                .param("at", Timestamp.from(at))
                .param("company", company.value())
                .param("id", reservation)
                .update();
    }

    /** Adds the entry and keeps the balance, which the caller has locked, in step with it. */
    void write(CompanyId company, UUID pool, LedgerEntry entry, Posting posting) {
        jdbc.sql("""
                insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, reservation_id, counterpart_id,
                                          note, by_user, at)
                values (:company, :id, :pool, :kind, :quantity, :reservation, :counterpart, :note, :by, :at)
                """)
                .param("company", company.value())
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
                where company_id = :company and pool_id = :pool
                """)
                .param("remaining", entry.remainingChange())
                .param("reserved", entry.reservedChange())
                .param("company", company.value())
                .param("pool", pool)
                .update();
    }
}
