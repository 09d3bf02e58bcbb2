package dev.portolan.portal.client;

import dev.portolan.ledger.Quantity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reservation as a client asks for it; {@code quantity} counts erasures, as a decimal number in text. */
record ReservationRequest(
        @Nullable String product,
        @Nullable String quantity,
        @Nullable ClientProgram client,
        @Nullable UUID key) {
    private static final int LONGEST_PRODUCT = 200;
    private static final Quantity MOST = Quantity.of(1_000_000);

    String knownProduct() {
        return Given.text(product, LONGEST_PRODUCT);
    }

    ClientProgram knownClient() {
        return Given.given(client);
    }

    UUID knownKey() {
        return Given.given(key);
    }

    Quantity uses() {
        try {
            var uses = Quantity.of(Given.given(quantity));
            if (uses.isZero() || !MOST.covers(uses)) throw Given.unreadable();
            return uses;
        } catch (IllegalArgumentException noNumber) {
            throw Given.unreadable();
        }
    }
}
