package dev.portolan.portal.intake;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Transactions that may see and write the hidden rows of one transfer, for whoever presents its present epoch. */
@Component
class OpenedTransfer {
    private final Tenancy tenancy;
    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    OpenedTransfer(Tenancy tenancy, JdbcTemplate statements, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.statements = statements;
        this.jdbc = jdbc;
    }

    /**
     * Works with the transfer's row locked, so that messages of one transfer are carried out one after the other.
     *
     * @throws PortalRefusal {@code stale_epoch}, {@code not_opened} or {@code already_decided}
     */
    <T> T within(TransferTry order, Supplier<T> work) {
        return bound(order, () -> {
            requireEpoch(order);
            requireUndecided(order);
            return work.get();
        });
    }

    /**
     * As {@link #within}, but beside other such messages: for what touches rows of its own only.
     *
     * @throws PortalRefusal as {@link #within}
     */
    <T> T shared(TransferTry order, Supplier<T> work) {
        return bound(order, () -> {
            requireEpoch(order, jdbc.sql("""
                    select epoch from transfer where tenant_id = :tenant and transfer_id = :transfer for share
                    """));
            requireUndecided(order);
            return work.get();
        });
    }

    /** Works without looking at the epoch. */
    <T> T bound(TransferTry order, Supplier<T> work) {
        return tenancy.within(new CompanyId(order.tenant()), () -> {
            // A UUID's text holds only hex digits and dashes, so it cannot leave the quotes.
            statements.execute("set local app.transfer to '" + order.transfer() + "'");
            return work.get();
        });
    }

    /** Also locks the row. */
    void requireEpoch(TransferTry order) {
        requireEpoch(order, jdbc.sql("""
                select epoch from transfer where tenant_id = :tenant and transfer_id = :transfer for update
                """));
    }

    private static void requireEpoch(TransferTry order, StatementSpec locking) {
        long epoch = locking.param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (epoch > order.epoch()) throw new PortalRefusal("stale_epoch", "it is " + epoch);
        if (epoch < order.epoch()) throw new PortalRefusal("not_opened", "epoch " + order.epoch());
    }

    private void requireUndecided(TransferTry order) {
        var decided = jdbc.sql("""
                select outcome from transfer_outcome
                where tenant_id = :tenant and transfer_id = :transfer and (epoch = :epoch or outcome = 'ACTIVATED')
                limit 1
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .query(String.class)
                .optional();
        if (decided.isPresent()) throw new PortalRefusal("already_decided", decided.get());
    }
}
