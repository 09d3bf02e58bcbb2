package dev.portolan.contract;

import java.util.List;
import java.util.UUID;

/** What stands in the Portal of the transfers of these tenants? */
public record TransfersQuestion(List<UUID> tenants) {
    public TransfersQuestion {
        tenants = List.copyOf(tenants);
    }
}
