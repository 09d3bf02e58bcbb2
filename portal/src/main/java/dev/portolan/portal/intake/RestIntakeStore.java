package dev.portolan.portal.intake;

import dev.portolan.contract.RestProvision;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Hidden workflows, pools, balances, ledger entries and reservations of a transfer. */
@Repository
class RestIntakeStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    RestIntakeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<String> products() {
        return jdbc.sql("select product from product").query(String.class).set();
    }

    /** Takes away what may have gone since an earlier try; pools stay, since entries of earlier epochs name them. */
    void clear(TransferTry order) {
        of(order, "delete from reservation where tenant_id = :tenant and transfer_id = :transfer")
                .update();
        of(order, "delete from workflow where tenant_id = :tenant and transfer_id = :transfer")
                .update();
        of(order, "delete from licence_balance where tenant_id = :tenant and transfer_id = :transfer")
                .update();
    }

    void write(TransferTry order, RestProvision.Workflow workflow) {
        of(order, """
                insert into workflow (tenant_id, workflow_id, name, definition, transfer_id, created_at)
                values (:tenant, :id, :name, :definition, :transfer, :created)
                """)
                .param("id", workflow.id())
                .param("name", workflow.name())
                .param("definition", workflow.definition())
                .param("created", Timestamp.from(workflow.createdAt()))
                .update();
    }

    /** The pool, what arrives in it as an entry of this epoch, and its balance. */
    void write(TransferTry order, RestProvision.Pool pool) {
        of(order, """
                insert into licence_pool
                  (tenant_id, pool_id, product, name, kind, expires_on, transfer_id, created_at)
                values (:tenant, :id, :product, :name, 'OWN', :expires, :transfer, :created)
                on conflict (tenant_id, pool_id) do update
                set name = excluded.name, expires_on = excluded.expires_on
                """)
                .param("id", pool.id())
                .param("product", pool.product())
                .param("name", pool.name())
                .param("expires", pool.expiresOn())
                .param("created", Timestamp.from(pool.createdAt()))
                .update();
        of(order, """
                insert into ledger_entry
                  (tenant_id, entry_id, pool_id, kind, quantity, reserved, transfer_id, epoch, at)
                values (:tenant, :entry, :id, 'TRANSFER_IN', :remaining, :reserved, :transfer, :epoch, :now)
                on conflict (tenant_id, transfer_id, epoch, pool_id, kind) where transfer_id is not null do nothing
                """)
                .param("entry", Ids.next())
                .param("id", pool.id())
                .param("remaining", pool.remaining())
                .param("reserved", pool.reserved())
                .param("epoch", order.epoch())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        of(order, """
                insert into licence_balance (tenant_id, pool_id, remaining, reserved, transfer_id)
                values (:tenant, :id, :remaining, :reserved, :transfer)
                """)
                .param("id", pool.id())
                .param("remaining", pool.remaining())
                .param("reserved", pool.reserved())
                .update();
    }

    void write(TransferTry order, RestProvision.Reservation reservation) {
        of(order, """
                insert into reservation
                  (tenant_id, reservation_id, pool_id, quantity, idempotency_key, client_id, user_id, state,
                   transfer_id, reserved_at)
                values (:tenant, :id, :pool, :quantity, :key, :client, :user, 'OPEN', :transfer, :reserved)
                on conflict (tenant_id, reservation_id) do update
                set state = 'OPEN', transfer_id = excluded.transfer_id, pool_id = excluded.pool_id
                where reservation.state = 'MOVED'
                """)
                .param("id", reservation.id())
                .param("pool", reservation.pool())
                .param("quantity", reservation.quantity())
                .param("key", reservation.idempotencyKey())
                .param("client", reservation.client())
                .param("user", reservation.user())
                .param("reserved", Timestamp.from(reservation.reservedAt()))
                .update();
    }

    /** @return whether it is the first time in this epoch */
    boolean stands(TransferTry order, @Nullable UUID defaultWorkflow) {
        return of(order, """
                update transfer
                set rest_epoch = :epoch, default_workflow_id = :workflow
                where tenant_id = :tenant and transfer_id = :transfer and rest_epoch is distinct from :epoch
                """)
                        .param("epoch", order.epoch())
                        .param("workflow", defaultWorkflow)
                        .update()
                == 1;
    }

    private StatementSpec of(TransferTry order, String sql) {
        return jdbc.sql(sql).param("tenant", order.tenant()).param("transfer", order.transfer());
    }
}
