package dev.portolan.portal.intake;

import dev.portolan.contract.TransferTry;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pools that came with a transfer which was undone stand here, hidden and empty; the next transfer takes them over. */
@Repository
class AdoptedPools {
    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    AdoptedPools(JdbcTemplate statements, JdbcClient jdbc) {
        this.statements = statements;
        this.jdbc = jdbc;
    }

    /** In one commit: between the two owners a pool is the tenant's own, which the policy lets through. */
    void adopt(TransferTry order) {
        var undone =
                jdbc.sql("""
                select transfer_id from transfer_outcome where tenant_id = :tenant and undone_at is not null
                """).param("tenant", order.tenant()).query(UUID.class).list();
        for (var before : undone) {
            open(before);
            var pools = jdbc.sql("""
                    update licence_pool set transfer_id = null
                    where tenant_id = :tenant and transfer_id = :before
                    returning pool_id
                    """)
                    .param("tenant", order.tenant())
                    .param("before", before)
                    .query(UUID.class)
                    .list();
            open(order.transfer());
            for (var pool : pools)
                jdbc.sql(
                                "update licence_pool set transfer_id = :transfer where tenant_id = :tenant and pool_id = :pool")
                        .param("transfer", order.transfer())
                        .param("tenant", order.tenant())
                        .param("pool", pool)
                        .update();
        }
    }

    private void open(UUID transfer) {
        // A UUID's text holds only hex digits and dashes, so it cannot leave the quotes.
        statements.execute("set local app.transfer to '" + transfer + "'");
    }
}
