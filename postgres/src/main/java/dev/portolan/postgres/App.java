package dev.portolan.postgres;

import java.util.Locale;

/** The two apps, each with a database and roles of its own. */
public enum App {
    CLOUD,
    PORTAL;

    /** Name of the app's database in a real installation and in the demo: {@code cloud} or {@code portal}. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that owns the schema and migrates it. */
    public String ownerRole() {
        return database() + "_owner";
    }

    /** The role that the running app signs in as. */
    public String appRole() {
        return database() + "_app";
    }
}
