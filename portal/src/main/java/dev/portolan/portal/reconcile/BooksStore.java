package dev.portolan.portal.reconcile;

import dev.portolan.contract.TransferBooks.Decided;
import dev.portolan.contract.TransferBooks.Tenant;
import dev.portolan.contract.TransferBooks.Transfer;
import dev.portolan.contract.TransferTry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of transfers; all but the first method expect a transaction bound to the tenant. */
@Repository
class BooksStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    BooksStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the directory of those who sign in, the one place that names all tenants. */
    List<UUID> tenants(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                select distinct tenant_id from sign_in_directory where tenant_id > :after order by tenant_id limit :limit
                """)
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Tenant books(UUID tenant) {
        boolean stands = jdbc.sql("select exists (select from tenant where tenant_id = :tenant)")
                .param("tenant", tenant)
                .query(Boolean.class)
                .single();
        var transfers = jdbc.sql("""
                select transfer_id, epoch, completed_at from transfer where tenant_id = :tenant order by transfer_id
                """)
                .param("tenant", tenant)
                .query((row, number) -> {
                    var transfer = row.getObject("transfer_id", UUID.class);
                    var completed = row.getTimestamp("completed_at");
                    return new Transfer(
                            transfer,
                            row.getLong("epoch"),
                            outcomes(tenant, transfer),
                            completed == null ? null : completed.toInstant());
                })
                .list();
        boolean undoing = jdbc.sql(
                        "select exists (select from tenant_freeze where tenant_id = :tenant and state <> 'ACTIVE')")
                .param("tenant", tenant)
                .query(Boolean.class)
                .single();
        return new Tenant(tenant, stands, undoing, transfers);
    }

    /** An activation that was taken back later is told as such. */
    private List<Decided> outcomes(UUID tenant, UUID transfer) {
        return jdbc.sql("""
                select epoch, at,
                       case when undone_at is null then outcome else 'UNDONE' end as outcome
                from transfer_outcome
                where tenant_id = :tenant and transfer_id = :transfer
                order by epoch
                """)
                .param("tenant", tenant)
                .param("transfer", transfer)
                .query((row, number) -> new Decided(
                        row.getLong("epoch"),
                        row.getString("outcome"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<UUID> hidden(TransferTry order, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select document_id from report
                where tenant_id = :tenant and transfer_id = :transfer and document_id > :after
                order by document_id
                limit :limit
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    int keep(TransferTry order, List<UUID> documents) {
        return jdbc.sql("""
                with kept as (
                  update report set transfer_id = null
                  where tenant_id = :tenant and transfer_id = :transfer
                    and document_id = any(cast(:documents as uuid[]))
                  returning report_id),
                serials as (
                  update report_serial s set transfer_id = null from kept
                  where s.tenant_id = :tenant and s.report_id = kept.report_id)
                select count(*) from kept
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("documents", documents.stream().map(UUID::toString).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    void forgetReceipts(TransferTry order) {
        for (var statement : List.of(
                "delete from transfer_batch where tenant_id = :tenant and transfer_id = :transfer",
                "delete from transfer_proof where tenant_id = :tenant and transfer_id = :transfer"))
            jdbc.sql(statement)
                    .param("tenant", order.tenant())
                    .param("transfer", order.transfer())
                    .update();
    }
}
