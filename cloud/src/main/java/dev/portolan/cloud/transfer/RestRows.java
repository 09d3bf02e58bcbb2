package dev.portolan.cloud.transfer;

import dev.portolan.contract.RestProvision;
import dev.portolan.contract.TransferTry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what travels beside the reports, after the licences have left. */
@Repository
class RestRows {
    private final JdbcClient jdbc;

    RestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RestProvision read(TransferTry order) {
        return new RestProvision(
                order, workflows(order), defaultWorkflow(order).orElse(null), pools(order), reservations(order));
    }

    private List<RestProvision.Workflow> workflows(TransferTry order) {
        return jdbc.sql("select workflow_id, name, definition, created_at from workflow where company_id = :company")
                .param("company", order.tenant())
                .query((row, number) -> new RestProvision.Workflow(
                        row.getObject("workflow_id", UUID.class),
                        row.getString("name"),
                        row.getString("definition"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    private Optional<UUID> defaultWorkflow(TransferTry order) {
        return jdbc.sql("""
                select w.workflow_id from company c
                join workflow w on w.company_id = c.company_id and w.workflow_id = c.default_workflow_id
                where c.company_id = :company
                """).param("company", order.tenant()).query(UUID.class).optional();
    }

    private List<RestProvision.Pool> pools(TransferTry order) {
        return jdbc.sql("""
                select p.pool_id, p.product, p.name, p.expires_on, p.created_at, e.quantity, e.reserved
                from licence_pool p
                join ledger_entry e on e.company_id = p.company_id and e.pool_id = p.pool_id
                  and e.kind = 'TRANSFER_OUT' and e.transfer_id = :transfer and e.epoch = :epoch
                where p.company_id = :company
                """)
                .param("company", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .query((row, number) -> pool(row))
                .list();
    }

    private static RestProvision.Pool pool(ResultSet row) throws SQLException {
        return new RestProvision.Pool(
                row.getObject("pool_id", UUID.class),
                row.getString("product"),
                row.getString("name"),
                row.getObject("expires_on", LocalDate.class),
                row.getTimestamp("created_at").toInstant(),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("reserved"));
    }

    private List<RestProvision.Reservation> reservations(TransferTry order) {
        return jdbc.sql("""
                select reservation_id, pool_id, quantity, idempotency_key, client_id, user_id, reserved_at
                from reservation
                where company_id = :company and state = 'MOVED'
                """)
                .param("company", order.tenant())
                .query((row, number) -> new RestProvision.Reservation(
                        row.getObject("reservation_id", UUID.class),
                        row.getObject("pool_id", UUID.class),
                        row.getBigDecimal("quantity"),
                        row.getObject("idempotency_key", UUID.class),
                        row.getObject("client_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getTimestamp("reserved_at").toInstant()))
                .list();
    }
}
