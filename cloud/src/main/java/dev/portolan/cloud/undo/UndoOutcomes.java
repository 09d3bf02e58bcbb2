package dev.portolan.cloud.undo;

import dev.portolan.contract.BroughtBack;
import dev.portolan.contract.UndoStock;
import dev.portolan.contract.UndoTry;
import dev.portolan.upgrade.undo.UndoRow;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decides undos, each in one commit with everything that follows from it here. */
@Repository
class UndoOutcomes implements UndoRow {
    private final JdbcClient jdbc;
    private final Arriving arriving;
    private final ReportsBack reports;
    private final Clock clock;

    UndoOutcomes(JdbcClient jdbc, Arriving arriving, ReportsBack reports, Clock clock) {
        this.jdbc = jdbc;
        this.arriving = arriving;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public boolean undo(UndoTry undo, UndoStock stock, UUID by) {
        if (!decide(undo, "UNDONE")) return false;
        if (!active(undo)) throw new IllegalStateException("not read-only by this transfer: " + undo.transfer());
        for (var pool : stock.pools()) arriving.licences(undo.order(), pool);
        arriving.reservations(undo.order(), stock.reservations(), by);
        return true;
    }

    @Override
    public void giveUp(UndoTry undo) {
        if (undone(undo.order().tenant(), undo.order().transfer()).isEmpty()) decide(undo, "ABORTED");
    }

    private boolean decide(UndoTry undo, String outcome) {
        return jdbc.sql("""
                insert into undo_outcome (company_id, undo_id, epoch, transfer_id, outcome, at)
                values (:company, :undo, :epoch, :transfer, :outcome, :now)
                on conflict do nothing
                """)
                        .param("company", undo.order().tenant())
                        .param("undo", undo.order().transfer())
                        .param("epoch", undo.order().epoch())
                        .param("transfer", undo.transfer())
                        .param("outcome", outcome)
                        .param("now", now())
                        .update()
                == 1;
    }

    private boolean active(UndoTry undo) {
        return jdbc.sql("""
                update company_freeze set state = 'ACTIVE', deadline = null, changed_at = :now
                where company_id = :company and state = 'READ_ONLY' and transfer_id = :transfer
                """)
                        .param("now", now())
                        .param("company", undo.order().tenant())
                        .param("transfer", undo.transfer())
                        .update()
                == 1;
    }

    @Override
    public Optional<Long> undone(UUID company, UUID undo) {
        return jdbc.sql("""
                select epoch from undo_outcome
                where company_id = :company and undo_id = :undo and outcome = 'UNDONE'
                """)
                .param("company", company)
                .param("undo", undo)
                .query(Long.class)
                .optional();
    }

    @Override
    public void keep(BroughtBack back) {
        reports.keep(back);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
