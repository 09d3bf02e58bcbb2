package dev.portolan.contract;

import java.util.List;
import java.util.UUID;

/** Reports of a transfer that only the Portal still has: they belong to the tenant from now on, whatever becomes of it. */
public record Keeping(TransferTry order, List<UUID> documents) {
    public Keeping {
        documents = List.copyOf(documents);
    }
}
