package dev.portolan.cloud.transfer;

import dev.portolan.contract.TransferTry;
import dev.portolan.ledger.LedgerEntry;
import dev.portolan.ledger.TransferRef;
import dev.portolan.platform.Ids;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries, balances and reservations of a transfer. */
@Repository
class LeavingStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    LeavingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Balance(UUID pool, BigDecimal remaining, BigDecimal reserved) {}

    /** What has left a pool and was not reversed. */
    record Out(UUID pool, TransferRef ref, BigDecimal remaining, BigDecimal reserved) {}

    /** Whether this very epoch has the company frozen; locks the row. */
    boolean holdsFreeze(TransferTry order) {
        return jdbc.sql("""
                select company_id from company_freeze
                where company_id = :company and state = 'FROZEN' and transfer_id = :transfer and epoch = :epoch
                for update
                """)
                .param("company", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    List<Out> out(UUID company, UUID transfer) {
        return jdbc.sql("""
                select o.pool_id, o.epoch, o.quantity, o.reserved
                from ledger_entry o
                where o.company_id = :company and o.transfer_id = :transfer and o.kind = 'TRANSFER_OUT'
                  and not exists (select from ledger_entry r
                                  where r.company_id = o.company_id and r.transfer_id = o.transfer_id
                                    and r.epoch = o.epoch and r.pool_id = o.pool_id
                                    and r.kind = 'TRANSFER_OUT_REVERSED')
                order by o.pool_id
                """)
                .param("company", company)
                .param("transfer", transfer)
                .query((row, number) -> new Out(
                        row.getObject("pool_id", UUID.class),
                        new TransferRef(transfer, row.getLong("epoch")),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved")))
                .list();
    }

    /** Balances of pools that nothing of this epoch has left yet. */
    List<Balance> lockBalances(TransferTry order) {
        return jdbc.sql("""
                select b.pool_id, b.remaining, b.reserved
                from licence_balance b
                where b.company_id = :company
                  and not exists (select from ledger_entry e
                                  where e.company_id = :company and e.transfer_id = :transfer and e.epoch = :epoch
                                    and e.pool_id = b.pool_id and e.kind = 'TRANSFER_OUT')
                order by b.pool_id
                for update of b
                """)
                .param("company", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .query((row, number) -> new Balance(
                        row.getObject("pool_id", UUID.class),
                        row.getBigDecimal("remaining"),
                        row.getBigDecimal("reserved")))
                .list();
    }

    /** @return false where the same entry stands already */
    boolean append(UUID company, UUID pool, LedgerEntry entry) {
        var ref = Objects.requireNonNull(entry.transfer());
        return jdbc.sql("""
                insert into ledger_entry
                  (company_id, entry_id, pool_id, kind, quantity, reserved, transfer_id, epoch, at)
                values (:company, :entry, :pool, :kind, :quantity, :reserved, :transfer, :epoch, :now)
                on conflict do nothing
                """)
                        .param("company", company)
                        .param("entry", Ids.next())
                        .param("pool", pool)
                        .param("kind", entry.kind().name())
                        .param("quantity", entry.quantity().amount())
                        .param("reserved", entry.reserved().amount())
                        .param("transfer", ref.transfer())
                        .param("epoch", ref.epoch())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void apply(UUID company, UUID pool, LedgerEntry entry) {
        jdbc.sql("""
                update licence_balance set remaining = remaining + :remaining, reserved = reserved + :reserved
                where company_id = :company and pool_id = :pool
                """)
                .param("remaining", entry.remainingChange())
                .param("reserved", entry.reservedChange())
                .param("company", company)
                .param("pool", pool)
                .update();
    }

    void moveReservations(UUID company) {
        jdbc.sql("update reservation set state = 'MOVED' where company_id = :company and state = 'OPEN'")
                .param("company", company)
                .update();
    }

    void reopenReservations(UUID company) {
        jdbc.sql("update reservation set state = 'OPEN' where company_id = :company and state = 'MOVED'")
                .param("company", company)
                .update();
    }
}
