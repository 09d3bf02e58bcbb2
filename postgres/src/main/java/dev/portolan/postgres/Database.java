package dev.portolan.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of one app.
 *
 * @param app whose roles own and use it
 * @param name its name on the server
 * @param jdbcUrl its address, without credentials
 * @param owner who migrates the schema
 * @param user who the running app signs in as
 */
public record Database(App app, String name, String jdbcUrl, Login owner, Login user) {

    /** Connections of the running app's ordinary role, not pooled. */
    public DataSource userDataSource() {
        return dataSource(user);
    }

    /** Connections of the schema's owner, not pooled. */
    public DataSource ownerDataSource() {
        return dataSource(owner);
    }

    /** One connection of the running app's ordinary role. */
    public Connection connect() throws SQLException {
        return userDataSource().getConnection();
    }

    /** Migrates this database as its owner. */
    public void migrate(Migration migration) {
        migration.migrate(jdbcUrl, owner.role(), owner.password());
    }

    private DataSource dataSource(Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(login.role());
        source.setPassword(login.password());
        return source;
    }
}
