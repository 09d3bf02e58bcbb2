package dev.portolan.client;

import java.util.Map;
import java.util.UUID;

/** Who this client is to the service; the id stays the same as long as its spool does. */
record ClientIdentity(UUID id, String name) {

    /** The version of the protocol's first clients. */
    static final String VERSION = "7.1.0";

    Map<String, String> asJson() {
        return Map.of("id", id.toString(), "name", name, "version", VERSION);
    }
}
