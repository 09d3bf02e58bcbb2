package dev.portolan.portal.exchange;

import dev.portolan.contract.Done;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was carried out already; every method expects a transaction bound to the tenant. */
@Repository
class Receipts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The receipt of the same message, if it was carried out before. */
    Optional<Done> find(UUID tenant, String message, byte[] digest) {
        return jdbc.sql("""
                select at from exchange_receipt
                where tenant_id = :tenant and message = :message and digest = :digest
                """)
                .param("tenant", tenant)
                .param("message", message)
                .param("digest", digest)
                .query(Timestamp.class)
                .optional()
                .map(at -> new Done(at.toInstant(), true));
    }

    /** A new receipt; joins the transaction of what it vouches for. */
    Done give(UUID tenant, String message, byte[] digest) {
        var now = clock.instant();
        jdbc.sql("""
                insert into exchange_receipt (tenant_id, message, digest, at)
                values (:tenant, :message, :digest, :now)
                on conflict do nothing
                """)
                .param("tenant", tenant)
                .param("message", message)
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .update();
        return new Done(now, false);
    }
}
