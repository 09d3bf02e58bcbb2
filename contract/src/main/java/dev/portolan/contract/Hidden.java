package dev.portolan.contract;

import java.util.List;
import java.util.UUID;

/** Document ids of hidden reports, in their order; none after the last page. */
public record Hidden(List<UUID> documents) {
    public Hidden {
        documents = List.copyOf(documents);
    }
}
