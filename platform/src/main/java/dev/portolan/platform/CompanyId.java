package dev.portolan.platform;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A company: the Cloud calls its row an account, the Portal a tenant; both keep the same id for the same company. */
public record CompanyId(UUID value) implements Serializable {
    public CompanyId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical text form; anything else is an {@link IllegalArgumentException}. */
    public static CompanyId of(String text) {
        return new CompanyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
