package dev.portolan.cloud.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changes of a user; what is null here stays as it is. */
record UserChange(
        @Nullable UUID role,
        @Nullable Boolean disabled,
        @Nullable String name,
        @Nullable String passwordHash) {

    static UserChange role(UUID role) {
        return new UserChange(role, null, null, null);
    }

    static UserChange disabled(boolean disabled) {
        return new UserChange(null, disabled, null, null);
    }

    static UserChange name(String name) {
        return new UserChange(null, null, name, null);
    }

    static UserChange passwordHash(String hash) {
        return new UserChange(null, null, null, hash);
    }
}
