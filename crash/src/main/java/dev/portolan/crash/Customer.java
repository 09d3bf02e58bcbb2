package dev.portolan.crash;

import dev.portolan.platform.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small company in the Cloud, made to be moved.
 *
 * @param partner its partner's id; null for a partner
 */
record Customer(
        String name,
        UUID id,
        @Nullable UUID partner,
        UUID manager,
        UUID group,
        UUID role,
        UUID pool,
        UUID otherPool,
        UUID workflow) {
    /** Of the pool that only a transfer brings to the Portal: stage one gives no trial licences of it. */
    static final String PRODUCT = "Drive Eraser - Server Edition";

    static final String TRIED_PRODUCT = "Drive Eraser - PC Edition";
    static final String PASSWORD = "a-password-for-this-run";

    static Customer named(String name, @Nullable Customer partner) {
        return new Customer(
                name,
                Ids.next(),
                partner == null ? null : partner.id,
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Ids.next());
    }

    String email() {
        return "manager@" + name + ".example";
    }

    /** Who orders its move. */
    UUID runner() {
        return partner == null ? id : partner;
    }
}
