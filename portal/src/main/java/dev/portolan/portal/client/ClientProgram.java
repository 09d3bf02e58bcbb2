package dev.portolan.portal.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The program that asks, as it names itself; any part may be missing until it is asked for. */
record ClientProgram(
        @Nullable UUID id, @Nullable String name, @Nullable String version) {
    private static final int LONGEST = 100;

    UUID knownId() {
        return Given.given(id);
    }

    String knownName() {
        return Given.text(name, LONGEST);
    }

    String knownVersion() {
        return Given.text(version, LONGEST);
    }
}
