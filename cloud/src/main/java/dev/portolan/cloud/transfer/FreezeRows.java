package dev.portolan.cloud.transfer;

import dev.portolan.contract.TransferTry;
import dev.portolan.upgrade.stagetwo.FreezeRow;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves a company's freeze row. Every update takes the row exclusively, so it waits for all who share it. */
@Repository
class FreezeRows implements FreezeRow {
    private final JdbcClient jdbc;
    private final LicencesLeaving licences;
    private final FreezeLease lease;
    private final Clock clock;

    FreezeRows(JdbcClient jdbc, LicencesLeaving licences, FreezeLease lease, Clock clock) {
        this.jdbc = jdbc;
        this.licences = licences;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public Freezing read(UUID company) {
        return jdbc.sql("select state, transfer_id, epoch from company_freeze where company_id = :company")
                .param("company", company)
                .query((row, number) -> new Freezing(
                        State.valueOf(row.getString("state")),
                        row.getObject("transfer_id", UUID.class),
                        row.getLong("epoch")))
                .single();
    }

    @Override
    public boolean freeze(TransferTry order, Instant deadline) {
        int frozen = jdbc.sql("""
                update company_freeze
                set deadline = case state when 'ACTIVE' then :deadline else deadline end,
                    state = 'FROZEN', transfer_id = :transfer, epoch = :epoch, changed_at = :now
                where company_id = :company
                  and (state = 'ACTIVE' or state = 'FROZEN' and transfer_id = :transfer and epoch <= :epoch)
                """)
                .param("deadline", Timestamp.from(deadline))
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .param("now", now())
                .param("company", order.tenant())
                .update();
        if (frozen == 1) lease.watch(order, deadline);
        return frozen == 1;
    }

    @Override
    public boolean activating(TransferTry order) {
        return jdbc.sql("""
                update company_freeze
                set state = 'ACTIVATING', deadline = null, changed_at = :now
                where company_id = :company and state = 'FROZEN' and transfer_id = :transfer and epoch = :epoch
                  and deadline > :now
                """)
                        .param("now", now())
                        .param("company", order.tenant())
                        .param("transfer", order.transfer())
                        .param("epoch", order.epoch())
                        .update()
                == 1;
    }

    @Override
    public boolean readOnly(TransferTry order) {
        return jdbc.sql("""
                update company_freeze
                set state = 'READ_ONLY', deadline = null, changed_at = :now
                where company_id = :company and state = 'ACTIVATING' and transfer_id = :transfer and epoch = :epoch
                """)
                        .param("now", now())
                        .param("company", order.tenant())
                        .param("transfer", order.transfer())
                        .param("epoch", order.epoch())
                        .update()
                == 1;
    }

    @Override
    public void giveBack(UUID company, UUID transfer) {
        int given = jdbc.sql("""
                update company_freeze
                set state = 'ACTIVE', deadline = null, changed_at = :now
                where company_id = :company and state in ('FROZEN', 'ACTIVATING') and transfer_id = :transfer
                """)
                .param("now", now())
                .param("company", company)
                .param("transfer", transfer)
                .update();
        if (given == 1) licences.comeBack(company, transfer);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
