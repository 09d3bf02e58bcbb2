package dev.portolan.contract;

import java.util.UUID;

/**
 * One try of one transfer; every message of stage two presents it.
 *
 * @param epoch grows with every try and every change of worker; the Portal refuses smaller ones as stale
 */
public record TransferTry(UUID tenant, UUID transfer, long epoch) {
    public TransferTry {
        if (epoch < 1) throw new IllegalArgumentException("an epoch is positive");
    }
}
