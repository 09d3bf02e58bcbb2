package dev.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.platform.Ids;
import dev.portolan.platform.OrdinaryRole;
import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTest {
    /** Tables without a policy, each for its reason. */
    private static final Set<String> NO_TENANTS = Set.of(
            "flyway_schema_history", // the schema's own
            "sign_in_directory", // names the tenant of an address, before any is bound
            "product", // the vendor's, the same for everybody
            "restore_watch", // of the whole database
            "scheduled_tasks", // work names its tenant and is bound when it runs
            "spring_session", // before anybody is known
            "spring_session_attributes",
            "exchange_message", // the exchange's own, see V30
            "transfer_part");

    private static final Database DATABASE = PostgresServer.forTests().migrated(App.PORTAL, PortalSchema::migrate);

    @Test
    void everyTableHasAPolicyOrIsNoTenants() {
        var open = new TreeSet<>(JdbcClient.create(DATABASE.ownerDataSource())
                .sql("""
                select c.relname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                where c.relkind in ('r', 'p')
                  and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
                """)
                .query(String.class)
                .list());
        open.removeAll(NO_TENANTS);
        assertThat(open).as("tables without row-level security").isEmpty();
    }

    @Test
    void everyTableOfATenantLeadsItsKeyWithTheTenant() {
        var wrong = JdbcClient.create(DATABASE.ownerDataSource())
                .sql("""
                select c.relname
                from pg_class c
                join pg_index i on i.indrelid = c.oid and i.indisprimary
                join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where c.relrowsecurity and a.attname not in ('tenant_id', 'company_id')
                """)
                .query(String.class)
                .list();
        assertThat(wrong).isEmpty();
    }

    @Test
    void aReportStaysInItsRowAndOneThatFitsNoPageLeavesIt() {
        reports(100, 6_000);
        assertThat(bytesOutsideOfRows()).isZero();
        reports(1, 20_000);
        assertThat(bytesOutsideOfRows()).isPositive();
    }

    private static void reports(int count, int bytes) {
        JdbcClient.create(DATABASE.ownerDataSource())
                .sql("""
                insert into report (tenant_id, report_id, document_id, received_at, kind, product, product_version, state,
                                    signature_state, cover, digest, size, body, received_entry)
                select :tenant, gen_random_uuid(), gen_random_uuid(), now(), 'MOBILE', 'Mobile Device Eraser', '1', 'ERASED',
                       'VERIFIED', 'NONE', sha256(convert_to(n::text, 'UTF8')), 8600,
                       convert_to(repeat('x', :bytes), 'UTF8'), convert_to(repeat('y', 800), 'UTF8')
                from generate_series(1, :count) n
                """)
                .param("tenant", Ids.next())
                .param("bytes", bytes)
                .param("count", count)
                .update();
    }

    private static long bytesOutsideOfRows() {
        return JdbcClient.create(DATABASE.ownerDataSource())
                .sql("select pg_relation_size(reltoastrelid) from pg_class where oid = 'report'::regclass")
                .query(Long.class)
                .single();
    }

    @Test
    void theAppsRoleIsAnOrdinaryOne() {
        OrdinaryRole.require(DATABASE.userDataSource());
    }

    @Test
    void whereNoTenantIsBoundNothingIsSeenAndNothingIsWritten() throws SQLException {
        try (var connection = DATABASE.connect();
                var call = connection.createStatement()) {
            try (var rows = call.executeQuery("select count(*) from tenant")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
            assertThatThrownBy(() -> call.executeUpdate("""
                    insert into user_group (tenant_id, group_id, name) values ('%s', '%s', 'x')
                    """.formatted(Ids.next(), Ids.next())))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void anotherTenantsRowCannotBeWritten() throws SQLException {
        try (var connection = DATABASE.connect();
                var call = connection.createStatement()) {
            connection.setAutoCommit(false);
            call.execute("set local app.tenant to '" + Ids.next() + "'");
            assertThatThrownBy(() -> call.executeUpdate("""
                    insert into user_group (tenant_id, group_id, name) values ('%s', '%s', 'x')
                    """.formatted(Ids.next(), Ids.next())))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theIntakeCannotNameTheTenantNorReadNorTouchAnotherTable() throws SQLException {
        for (var forbidden : new String[] {
            "insert into report_serial (tenant_id, serial, report_id) values ('%s', 'x', '%s')"
                    .formatted(Ids.next(), Ids.next()),
            "select count(*) from report",
            "delete from report_serial",
            "update report set state = 'ERASED'",
            "insert into audit_entry (tenant_id, entry_id, at, act) values ('%s', '%s', now(), 'x')"
                    .formatted(Ids.next(), Ids.next())
        }) asIntake("set local app.tenant to '" + Ids.next() + "'", forbidden, "permission denied");
        asIntake(
                "select 1",
                "insert into report_serial (serial, report_id) values ('x', '%s')".formatted(Ids.next()),
                "null value in column \"tenant_id\"");
    }

    @Test
    void ledgerAuditAndOutcomeAreOnlyEverAddedTo() throws SQLException {
        for (var table : new String[] {"ledger_entry", "audit_entry", "transfer_outcome"})
            for (var change : new String[] {"delete from " + table, "update " + table + " set tenant_id = null"})
                try (var connection = DATABASE.connect();
                        var call = connection.createStatement()) {
                    assertThatThrownBy(() -> call.executeUpdate(change)).hasMessageContaining("permission denied");
                }
    }

    private static void asIntake(String binding, String sql, String refusal) throws SQLException {
        try (var connection = DATABASE.connect();
                var call = connection.createStatement()) {
            connection.setAutoCommit(false);
            call.execute(binding);
            call.execute("set local role portal_intake");
            assertThatThrownBy(() -> call.execute(sql)).as(sql).hasMessageContaining(refusal);
        }
    }
}
