package dev.portolan.portal.testing;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes tenants and people for tests, through the app's own role. */
@TestComponent
public class World {
    public static final String PASSWORD = "seven quiet lighthouses";
    private static final String[] ALL_RIGHTS = {
        "READ_REPORTS",
        "EXPORT_REPORTS",
        "ERASE",
        "READ_LICENCES",
        "GIVE_LICENCES",
        "READ_USERS",
        "CHANGE_USERS",
        "READ_CUSTOMERS",
        "READ_API_USE",
        "READ_AUDIT",
        "UPGRADE"
    };
    private static final String[] BASIC_RIGHTS = {"READ_REPORTS", "EXPORT_REPORTS", "ERASE", "READ_LICENCES"};

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final String passwordHash;

    World(Tenancy tenancy, JdbcClient jdbc, PasswordEncoder encoder) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.passwordHash = encoder.encode(PASSWORD);
    }

    /** A tenant with a main group and the predefined roles Manager and Basic User. */
    public CompanyId tenant(String name, String kind, String language) {
        var tenant = new CompanyId(Ids.next());
        tenancy.run(tenant, () -> {
            jdbc.sql("""
                    insert into tenant (tenant_id, kind, name, language, zone, origin, created_at)
                    values (:tenant, :kind, :name, :language, 'Europe/Berlin', 'PORTAL', now())
                    """)
                    .param("tenant", tenant.value())
                    .param("kind", kind)
                    .param("name", name)
                    .param("language", language)
                    .update();
            jdbc.sql("insert into user_group (tenant_id, group_id, name) values (:tenant, :tenant, 'Main')")
                    .param("tenant", tenant.value())
                    .update();
            role(tenant, "Manager", "MANAGER", ALL_RIGHTS);
            role(tenant, "Basic User", "BASIC_USER", BASIC_RIGHTS);
        });
        return tenant;
    }

    public CompanyId customer(String name) {
        return tenant(name, "CUSTOMER", "en");
    }

    private void role(CompanyId tenant, String name, String predefined, String[] rights) {
        jdbc.sql("""
                insert into role (tenant_id, role_id, name, predefined, rights)
                values (:tenant, :id, :name, :predefined, :rights)
                """)
                .param("tenant", tenant.value())
                .param("id", Ids.next())
                .param("name", name)
                .param("predefined", predefined)
                .param("rights", rights)
                .update();
    }

    /** The id of a predefined role. */
    public UUID role(CompanyId tenant, String predefined) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("select role_id from role where tenant_id = :tenant and predefined = :role")
                        .param("tenant", tenant.value())
                        .param("role", predefined)
                        .query(UUID.class)
                        .single());
    }

    /** A manager who can sign in. */
    public Person manager(CompanyId tenant) {
        return user(tenant, "Margit Manager", "MANAGER", true);
    }

    public Person basicUser(CompanyId tenant) {
        return user(tenant, "Bela Basic", "BASIC_USER", true);
    }

    /** A manager without a password yet. */
    public Person invitee(CompanyId tenant) {
        return user(tenant, "Ines Invited", "MANAGER", false);
    }

    public Person user(CompanyId tenant, String name, String role, boolean signedUp) {
        var id = Ids.next();
        var email = name.toLowerCase().replace(' ', '.') + "." + id.toString().substring(24) + "@example.org";
        tenancy.run(tenant, () -> {
            jdbc.sql("""
                    insert into app_user (tenant_id, user_id, group_id, role_id, email, name, password_hash,
                                          signed_up_at, created_at)
                    select :tenant, :id, :tenant, role_id, :email, :name, :hash,
                           case when :signedUp then now() end, now()
                    from role
                    where tenant_id = :tenant and predefined = :role
                    """)
                    .param("tenant", tenant.value())
                    .param("id", id)
                    .param("email", email)
                    .param("name", name)
                    .param("hash", signedUp ? passwordHash : null)
                    .param("signedUp", signedUp)
                    .param("role", role)
                    .update();
            jdbc.sql("insert into sign_in_directory (email, tenant_id, user_id) values (:email, :tenant, :id)")
                    .param("email", email)
                    .param("tenant", tenant.value())
                    .param("id", id)
                    .update();
        });
        return new Person(tenant, id, email, name);
    }

    /** A pool of the tenant's own with this many units left. */
    public UUID pool(CompanyId tenant, String product, String units, @Nullable LocalDate expires) {
        return pool(tenant, product, "OWN", units, expires);
    }

    public UUID pool(CompanyId tenant, String product, String kind, String units, @Nullable LocalDate expires) {
        var pool = Ids.next();
        tenancy.run(tenant, () -> {
            jdbc.sql("""
                    insert into licence_pool (tenant_id, pool_id, product, name, kind, expires_on, created_at)
                    values (:tenant, :pool, :product, 'Pool ' || :product, :kind, :expires, now())
                    """)
                    .param("tenant", tenant.value())
                    .param("pool", pool)
                    .param("product", product)
                    .param("kind", kind)
                    .param("expires", expires == null ? null : Date.valueOf(expires))
                    .update();
            jdbc.sql("""
                    insert into licence_balance (tenant_id, pool_id, remaining, reserved)
                    values (:tenant, :pool, :units, 0)
                    """)
                    .param("tenant", tenant.value())
                    .param("pool", pool)
                    .param("units", new BigDecimal(units))
                    .update();
            jdbc.sql("""
                    insert into ledger_entry (tenant_id, entry_id, pool_id, kind, quantity, at)
                    values (:tenant, :id, :pool, 'GRANT_IN', :units, now())
                    """)
                    .param("tenant", tenant.value())
                    .param("id", Ids.next())
                    .param("pool", pool)
                    .param("units", new BigDecimal(units))
                    .update();
        });
        return pool;
    }

    /** Lets the partner see and manage the customer. */
    public void manages(CompanyId partner, CompanyId customer, String name, String migration) {
        tenancy.run(
                partner,
                () -> jdbc.sql("""
                        insert into managed_tenant (tenant_id, managed_id, parent_id, kind, name, migration, created_at)
                        values (:partner, :customer, :partner, 'CUSTOMER', :name, :migration, now())
                        """)
                        .param("partner", partner.value())
                        .param("customer", customer.value())
                        .param("name", name)
                        .param("migration", migration)
                        .update());
    }
}
