package dev.portolan.contract;

import java.util.List;
import java.util.UUID;

/** Tenants, in the order of their ids; none after the last page. */
public record Tenants(List<UUID> tenants) {
    public Tenants {
        tenants = List.copyOf(tenants);
    }
}
