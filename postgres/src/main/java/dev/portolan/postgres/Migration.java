package dev.portolan.postgres;

/** Brings an empty database to the newest schema; {@code CloudSchema::migrate} and {@code PortalSchema::migrate} fit. */
@FunctionalInterface
public interface Migration {

    /** Signs in as the owner of the schema and migrates the database at the JDBC address. */
    void migrate(String jdbcUrl, String owner, String password);
}
