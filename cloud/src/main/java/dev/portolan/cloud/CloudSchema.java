package dev.portolan.cloud;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** The app's schema, brought up to date by its owner; the app itself connects with an ordinary role and never migrates. */
public final class CloudSchema {
    private CloudSchema() {}

    /**
     * Migrates the schema.
     *
     * @param url JDBC URL of the app's database
     * @param owner the role that owns the schema
     */
    public static void migrate(String url, String owner, String password) {
        Flyway.configure()
                .dataSource(url, owner, password)
                .locations("classpath:db/cloud", "classpath:db/upgrade")
                .load()
                .migrate();
    }

    /** Migrates with the owner's credentials from {@code PORTOLAN_DB_URL}, {@code PORTOLAN_DB_OWNER(_PASSWORD)}. */
    static void migrate(Map<String, String> environment) {
        migrate(
                required(environment, "PORTOLAN_DB_URL"),
                required(environment, "PORTOLAN_DB_OWNER"),
                required(environment, "PORTOLAN_DB_OWNER_PASSWORD"));
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) throw new IllegalArgumentException("Set " + name + " to migrate.");
        return value;
    }
}
