package dev.portolan.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresServerTest {

    private final TestServer server = PostgresServer.forTests();

    @Test
    void allTestsOfOneJvmShareOneServer() {
        assertThat(PostgresServer.forTests()).isSameAs(server);
    }

    @Test
    void onlyTheIntakeRolePassesByRowLevelSecurityAndNobodySignsInAsIt() throws SQLException {
        var roles = new ArrayList<String>();
        try (var superuser = server.server().superuser();
                var call = superuser.createStatement();
                var rows = call.executeQuery("""
                        select rolname, rolcanlogin, rolbypassrls, rolsuper or rolcreatedb or rolcreaterole or rolreplication
                        from pg_roles where rolname like 'cloud%' or rolname like 'portal%' order by rolname
                        """)) {
            while (rows.next()) {
                roles.add("%s login=%s bypassrls=%s powers=%s"
                        .formatted(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3), rows.getBoolean(4)));
            }
        }
        assertThat(roles)
                .containsExactly(
                        "cloud_app login=true bypassrls=false powers=false",
                        "cloud_owner login=true bypassrls=false powers=false",
                        "portal_app login=true bypassrls=false powers=false",
                        "portal_intake login=false bypassrls=true powers=false",
                        "portal_owner login=true bypassrls=false powers=false");
    }

    @Test
    void theIntakeRoleCannotSignIn() {
        var url = server.server().jdbcUrl("portal");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "portal_intake", "anything"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void thePortalSeesPastRowLevelSecurityOnlyAfterTakingTheIntakeRole() throws SQLException {
        var portal = server.migrated(App.PORTAL, "guarded_template", PostgresServerTest::guardedTable);
        try (var connection = portal.connect();
                var call = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(countGuarded(call)).isZero();
            call.execute("set local role portal_intake");
            assertThat(countGuarded(call)).isEqualTo(2);
            connection.commit();
            assertThat(countGuarded(call)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(App.class)
    void aWrongPasswordIsRefused(App app) {
        var url = server.server().jdbcUrl(app.database());
        assertThatThrownBy(() -> DriverManager.getConnection(url, app.appRole(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void anAppCannotConnectToTheOtherAppsDatabase() {
        var url = server.server().jdbcUrl("portal");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "cloud_app", "cloud_app"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void theAppsRoleMakesNoTables() throws SQLException {
        try (var connection = server.empty(App.CLOUD).connect();
                var call = connection.createStatement()) {
            assertThatThrownBy(() -> call.execute("create table mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aCopyOfAMigratedDatabaseIsFreshAndMigratesNothing() throws SQLException {
        var first = server.migrated(App.PORTAL, "guarded_template", PostgresServerTest::guardedTable);
        try (var connection = first.ownerDataSource().getConnection();
                var call = connection.createStatement()) {
            call.execute("alter table guarded no force row level security");
            call.execute("delete from guarded");
        }
        var second = server.migrated(App.PORTAL, "guarded_template", (url, owner, password) -> {
            throw new AssertionError("migrated again");
        });
        try (var connection = second.ownerDataSource().getConnection();
                var call = connection.createStatement()) {
            call.execute("alter table guarded no force row level security");
            assertThat(countGuarded(call)).isEqualTo(2);
        }
        server.drop(first);
        assertThatThrownBy(first::connect).hasMessageContaining("does not exist");
    }

    @Test
    void aDurableServerKeepsItsDataAndTakesOverFromOneLeftRunning(@TempDir Path directory) throws Exception {
        var options = PostgresOptions.durable(directory.resolve("data"), 0);
        var left = leaveRunning(options);
        try (var server = PostgresServer.start(options)) {
            assertThat(left.isAlive()).isFalse();
            var cloud = server.install(App.CLOUD, LeftRunning.OWNER_PASSWORD, "changed");
            try (var connection = cloud.ownerDataSource().getConnection();
                    var call = connection.createStatement();
                    var rows = call.executeQuery(
                            "select note, current_setting('fsync'), current_setting('log_timezone') from plain")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("kept über Nacht");
                assertThat(rows.getString(2)).isEqualTo("on");
                assertThat(rows.getString(3)).isEqualTo("UTC");
            }
            cloud.connect().close();
        }
        assertThat(Postmaster.on(options.dataDirectory())).isEmpty();
    }

    @Test
    void aTakenPortIsSaidInOneLine(@TempDir Path directory) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertThatThrownBy(() -> PostgresServer.start(directory.resolve("data"), port))
                    .isInstanceOf(PostgresException.class)
                    .hasMessage("PostgreSQL: port " + port + " is taken");
        }
    }

    /** Lets another JVM start the server and kills that JVM, as a machine out of memory would. */
    private static ProcessHandle leaveRunning(PostgresOptions options) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jvm = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftRunning.class.getName(),
                        options.dataDirectory().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = jvm.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
        }
        jvm.destroyForcibly().waitFor();
        return Postmaster.on(options.dataDirectory()).orElseThrow().process();
    }

    private static int countGuarded(Statement call) throws SQLException {
        try (var rows = call.executeQuery("select count(*) from guarded")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void guardedTable(String url, String owner, String password) {
        Sql.run(url, owner, password, """
                create table guarded (id int primary key);
                insert into guarded values (1), (2);
                alter table guarded enable row level security;
                alter table guarded force row level security;
                grant select on guarded to portal_app, portal_intake;
                """);
    }
}
