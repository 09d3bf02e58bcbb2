package dev.portolan.demo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Licences given on.
 *
 * @param giver null where the vendor makes them
 * @param pool the taker's pool; a giver gives out of its main pool
 * @param arrived whether the taker has them
 */
record Grant(
        @Nullable Firm giver,
        Firm taker,
        String product,
        PoolName pool,
        BigDecimal quantity,
        Instant at,
        boolean arrived) {

    /** Of the entries on both sides, so that they can be found together. */
    UUID entryId() {
        return DemoIds.at(at, "grant", taker.key(), product, pool.name());
    }
}
