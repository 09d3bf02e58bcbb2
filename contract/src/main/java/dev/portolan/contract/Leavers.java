package dev.portolan.contract;

import java.util.List;
import java.util.UUID;

/** Users who came over in stage one and have left since. */
public record Leavers(UUID tenant, List<UUID> users) {
    public Leavers {
        users = List.copyOf(users);
    }
}
