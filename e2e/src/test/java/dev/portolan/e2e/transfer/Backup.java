package dev.portolan.e2e.transfer;

import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresServer;
import java.sql.SQLException;
import java.sql.Statement;

/** A copy of a database as it was at one moment, and its return to that moment under the same name. */
final class Backup {
    private final Database database;
    private final String copy;

    private Backup(Database database) {
        this.database = database;
        this.copy = database.name() + "_" + Long.toString(System.nanoTime(), 36);
    }

    /** Ends all sessions for a moment, as a restart of the database does. */
    static Backup of(Database database) {
        var backup = new Backup(database);
        backup.alone(call -> backup.create(call, backup.copy, database.name()));
        return backup;
    }

    /** Everything written since is lost. */
    void restore() {
        alone(call -> {
            call.execute("drop database " + database.name());
            create(call, database.name(), copy);
        });
    }

    private void create(Statement call, String name, String template) throws SQLException {
        call.execute("create database " + name + " owner " + database.owner().role() + " template " + template);
        call.execute("revoke all on database " + name + " from public");
        call.execute(
                "grant connect on database " + name + " to " + database.user().role());
    }

    private interface Work {
        void with(Statement call) throws SQLException;
    }

    private void alone(Work work) {
        try (var superuser = PostgresServer.forTests().server().superuser();
                var call = superuser.createStatement()) {
            call.execute("alter database " + database.name() + " allow_connections false");
            call.execute("select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = '"
                    + database.name() + "'");
            work.with(call);
            call.execute("alter database " + database.name() + " allow_connections true");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
