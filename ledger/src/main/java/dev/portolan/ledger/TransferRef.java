package dev.portolan.ledger;

import java.util.UUID;

/** One try of one transfer; the epoch grows with every try, so that entries of an old one are told apart. */
public record TransferRef(UUID transfer, long epoch) {

    public TransferRef {
        if (epoch < 0) throw new IllegalArgumentException("an epoch is never negative");
    }
}
