package dev.portolan.cloud;

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
}
