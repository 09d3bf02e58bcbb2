package dev.portolan.cloud.transfer;

import dev.portolan.cloud.transfer.LeavingStore.Balance;
import dev.portolan.contract.TransferStock.Account;
import dev.portolan.contract.TransferTry;
import dev.portolan.ledger.EntryKind;
import dev.portolan.platform.Ids;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that are set right after a restore; every method expects a transaction bound to the company. */
@Repository
class RestoredRows {
    /** Tells such entries from those that people have made. */
    private static final String NOTE = "restored from a backup";

    private final JdbcClient jdbc;
    private final Clock clock;

    RestoredRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Open(UUID reservation, UUID pool, BigDecimal quantity) {}

    List<Open> open(UUID company) {
        return jdbc.sql("""
                select reservation_id as reservation, pool_id as pool, quantity
                from reservation
                where company_id = :company and state = 'OPEN'
                order by reservation_id
                for update
                """).param("company", company).query(Open.class).list();
    }

    boolean release(UUID company, UUID reservation) {
        return jdbc.sql("""
                update reservation set state = 'RELEASED', closed_at = :now
                where company_id = :company and reservation_id = :reservation and state = 'OPEN'
                """)
                        .param("now", now())
                        .param("company", company)
                        .param("reservation", reservation)
                        .update()
                == 1;
    }

    /** A pool that was made in the time that was lost. */
    void makePool(UUID company, Account account) {
        jdbc.sql("""
                insert into licence_pool (company_id, pool_id, product, name, expires_on, created_at)
                values (:company, :pool, :product, :product, :expires, :now)
                on conflict do nothing
                """)
                .param("company", company)
                .param("pool", account.pool())
                .param("product", account.product())
                .param("expires", account.expiresOn())
                .param("now", now())
                .update();
        jdbc.sql("""
                insert into licence_balance (company_id, pool_id, remaining, reserved) values (:company, :pool, 0, 0)
                on conflict do nothing
                """).param("company", company).param("pool", account.pool()).update();
    }

    Balance balance(UUID company, UUID pool) {
        return jdbc.sql("""
                select pool_id as pool, remaining, reserved from licence_balance
                where company_id = :company and pool_id = :pool
                """)
                .param("company", company)
                .param("pool", pool)
                .query(Balance.class)
                .single();
    }

    String product(UUID company, UUID pool) {
        return jdbc.sql("select product from licence_pool where company_id = :company and pool_id = :pool")
                .param("company", company)
                .param("pool", pool)
                .query(String.class)
                .single();
    }

    void append(UUID company, UUID pool, EntryKind kind, BigDecimal quantity) {
        jdbc.sql("""
                insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, note, at)
                values (:company, :entry, :pool, :kind, :quantity, :note, :now)
                """)
                .param("company", company)
                .param("entry", Ids.next())
                .param("pool", pool)
                .param("kind", kind.name())
                .param("quantity", quantity)
                .param("note", NOTE)
                .param("now", now())
                .update();
    }

    void state(TransferTry order, String state) {
        jdbc.sql("""
                update company_freeze
                set state = :state, transfer_id = :transfer, epoch = :epoch, deadline = null, changed_at = :now
                where company_id = :company
                """)
                .param("state", state)
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .param("now", now())
                .param("company", order.tenant())
                .update();
    }

    List<UUID> standing(UUID company, List<UUID> documents) {
        return jdbc.sql("""
                select document_id from report
                where company_id = :company and document_id = any(cast(:documents as uuid[]))
                """)
                .param("company", company)
                .param("documents", documents.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
