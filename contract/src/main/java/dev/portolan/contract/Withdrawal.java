package dev.portolan.contract;

import java.util.List;
import java.util.UUID;

/** Reports of a transfer that are no longer in its scope: deleted since, or the scope was ordered anew. */
public record Withdrawal(TransferTry order, List<UUID> documents) {
    public Withdrawal {
        documents = List.copyOf(documents);
    }
}
