package dev.portolan.platform;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to work with a database role that row-level security does not bind. */
public final class OrdinaryRole {
    private OrdinaryRole() {}

    /**
     * Checks the role of the data source.
     *
     * @throws IllegalStateException if the role is a superuser, has BYPASSRLS, or owns a table
     */
    public static void require(DataSource source) {
        var refusal = JdbcClient.create(source).sql("""
                        select case
                                 when r.rolsuper then 'is a superuser'
                                 when r.rolbypassrls then 'bypasses row-level security'
                                 when exists (select from pg_class c
                                              where c.relowner = r.oid and c.relkind in ('r', 'p'))
                                   then 'owns tables'
                               end
                        from pg_roles r
                        where r.rolname = current_user
                        """).query(String.class).optional();
        refusal.ifPresent(why -> {
            throw new IllegalStateException(
                    "The database role of this app " + why
                            + ". Give it an ordinary role (see docs/operations/install.md); the schema is migrated by another.");
        });
    }
}
