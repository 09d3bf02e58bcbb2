package dev.portolan.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.platform.OrdinaryRole;
import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresServer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SchemaTest extends CloudTest {
    /** Tables that are no company's; everything else has a policy. */
    private static final Set<String> NO_COMPANYS = Set.of(
            "sign_in_directory",
            "product",
            "restore_watch",
            "scheduled_tasks",
            "run_queue",
            "run_hold",
            "spring_session",
            "spring_session_attributes",
            "flyway_schema_history");

    @Autowired
    private DataSource source;

    @Test
    void everyTableOfACompanyHasAPolicy() {
        var open = jdbc.sql("""
                select c.relname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p')
                  and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
                """).query(String.class).list();
        assertThat(NO_COMPANYS).containsAll(open);
    }

    @Test
    void everyTableOfACompanyHasTheCompanyFirstInItsKey() {
        var others = jdbc.sql("""
                select c.relname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_index i on i.indrelid = c.oid and i.indisprimary
                left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where n.nspname = 'public' and c.relkind in ('r', 'p')
                  and coalesce(a.attname, '') not in ('company_id', 'partner_id')
                """).query(String.class).list();
        assertThat(NO_COMPANYS).containsAll(others);
    }

    @Test
    void whereNoCompanyIsBoundThereAreNoRows() {
        companies.manager(companies.customer());
        for (var table : List.of("company", "app_user", "role", "company_freeze"))
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
    }

    @Test
    void aBoundCompanySeesAndWritesOnlyItsOwn() {
        var mine = companies.customer();
        var other = companies.customer();
        assertThat(tenancy.within(
                        mine.id(),
                        () -> jdbc.sql("select company_id from company")
                                .query(UUID.class)
                                .list()))
                .containsExactly(mine.id().value());
        assertThat(tenancy.within(
                        mine.id(),
                        () -> jdbc.sql("update company set name = 'taken' where company_id = :id")
                                .param("id", other.id().value())
                                .update()))
                .isZero();
        assertThatThrownBy(() -> tenancy.run(mine.id(), () -> jdbc.sql("""
                insert into company_freeze (company_id, changed_at) values (gen_random_uuid(), now())
                """).update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theAppsRoleIsOrdinaryAndItsOwnerIsRefused() {
        OrdinaryRole.require(source);
        var database = PostgresServer.forTests().migrated(App.CLOUD, CloudSchema::migrate);
        assertThatThrownBy(() -> OrdinaryRole.require(database.ownerDataSource()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("owns tables");
    }
}
