package dev.portolan.portal.licence;

import dev.portolan.ledger.Quantity;
import java.util.UUID;

/**
 * Asks for licences for one erasure.
 *
 * @param uses how many uses of the product, more than zero; its rate makes licences of them
 * @param key the client's own; the same key again answers with the same reservation
 */
public record ReserveCommand(String product, Quantity uses, UUID key, UUID clientId, UUID userId) {
    private static final Quantity MOST = Quantity.of(1_000_000);

    public ReserveCommand {
        if (uses.isZero() || !MOST.covers(uses)) throw new IllegalArgumentException("a reservation is for some uses");
    }
}
