package dev.portolan.postgres;

/** A role and its password. */
public record Login(String role, String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return role;
    }
}
