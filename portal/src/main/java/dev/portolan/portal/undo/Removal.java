package dev.portolan.portal.undo;

import dev.portolan.contract.Cleared;
import dev.portolan.contract.UndoTry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Removes what an undone transfer brought. The pools stay, hidden, since entries of the ledger name them. */
@Repository
class Removal {
    private static final int AT_ONCE = 2_000;

    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    Removal(JdbcTemplate statements, JdbcClient jdbc) {
        this.statements = statements;
        this.jdbc = jdbc;
    }

    /** A fixed number of rows, in the commit that hides everything; nobody may refer to them afterwards. */
    void rest(UndoTry undo) {
        of(undo, """
                update tenant t
                set default_workflow_id = case when exists (
                      select from workflow w where w.tenant_id = t.tenant_id and w.workflow_id = t.default_workflow_id
                        and w.transfer_id = :transfer) then x.before_workflow_id else t.default_workflow_id end,
                    default_pool_id = case when exists (
                      select from licence_pool p where p.tenant_id = t.tenant_id and p.pool_id = t.default_pool_id
                        and p.transfer_id = :transfer) then x.before_pool_id else t.default_pool_id end
                from transfer x
                where t.tenant_id = :tenant and x.tenant_id = :tenant and x.transfer_id = :transfer
                """).update();
        of(undo, """
                update app_user u set pool_id = null
                from licence_pool p
                where u.tenant_id = :tenant and p.tenant_id = :tenant and p.pool_id = u.pool_id
                  and p.transfer_id = :transfer
                """).update();
        of(undo, "delete from reservation where tenant_id = :tenant and transfer_id = :transfer")
                .update();
        of(undo, "delete from workflow where tenant_id = :tenant and transfer_id = :transfer")
                .update();
        of(undo, "delete from licence_balance where tenant_id = :tenant and transfer_id = :transfer")
                .update();
    }

    /** Some of the reports, which are hidden already. */
    Cleared reports(UndoTry undo) {
        alone(undo);
        open(undo);
        int removed = of(undo, """
                with gone as (
                  delete from report r
                  where r.tenant_id = :tenant and r.ctid = any(array(
                    select ctid from report where tenant_id = :tenant and transfer_id = :transfer limit :most))
                  returning r.report_id, r.serials),
                unfound as (
                  delete from report_serial s
                  where s.tenant_id = :tenant and s.ctid = any(array(
                    select f.ctid from gone, unnest(gone.serials) each,
                      lateral (select ctid from report_serial
                               where tenant_id = :tenant and serial = each and report_id = gone.report_id offset 0) f)))
                select count(*) from gone
                """).param("most", AT_ONCE).query(Integer.class).single();
        if (removed == 0) receipts(undo);
        return new Cleared(removed);
    }

    /** Whoever waits for rows that another message removes finds none afterwards, and would take that for the end. */
    private void alone(UndoTry undo) {
        of(undo, """
                select outcome from transfer_outcome
                where tenant_id = :tenant and transfer_id = :transfer and outcome = 'ACTIVATED'
                for update
                """).query(String.class).single();
    }

    private void receipts(UndoTry undo) {
        of(undo, "delete from transfer_batch where tenant_id = :tenant and transfer_id = :transfer")
                .update();
        of(undo, "delete from transfer_proof where tenant_id = :tenant and transfer_id = :transfer")
                .update();
    }

    private void open(UndoTry undo) {
        // A UUID's text holds only hex digits and dashes, so it cannot leave the quotes.
        statements.execute("set local app.transfer to '" + undo.transfer() + "'");
    }

    private StatementSpec of(UndoTry undo, String sql) {
        return jdbc.sql(sql).param("tenant", undo.order().tenant()).param("transfer", undo.transfer());
    }
}
