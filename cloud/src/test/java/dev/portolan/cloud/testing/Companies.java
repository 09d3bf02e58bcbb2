package dev.portolan.cloud.testing;

import dev.portolan.cloud.report.Reports;
import dev.portolan.cloud.user.Right;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ErasureState;
import dev.portolan.report.arrival.Receipt;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes companies with what belongs to them, through the app's own role. */
public final class Companies {
    public static final String PC = "Drive Eraser - PC Edition";
    public static final String PROFILER = "Drive Eraser - Asset Profiler";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Reports reports;

    public Companies(Tenancy tenancy, JdbcClient jdbc, Clock clock, Reports reports) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
        this.reports = reports;
    }

    public TestCompany vendor() {
        return company("VENDOR", null);
    }

    public TestCompany partner(TestCompany vendor) {
        return managed("PARTNER", vendor);
    }

    public TestCompany customer(TestCompany partner) {
        return managed("CUSTOMER", partner);
    }

    /** A company nobody else is concerned with. */
    public TestCompany customer() {
        return company("CUSTOMER", null);
    }

    private TestCompany managed(String kind, TestCompany parent) {
        var child = company(kind, parent.id());
        sees(parent, child, parent, kind);
        return child;
    }

    /** Gives the viewer its row of another company. */
    public void sees(TestCompany viewer, TestCompany other, TestCompany parent, String kind) {
        tenancy.run(
                viewer.id(),
                () -> jdbc.sql("""
                insert into managed_company (company_id, managed_id, parent_id, kind, name, created_at)
                values (:viewer, :other, :parent, :kind, :name, :now)
                """)
                        .param("viewer", viewer.id().value())
                        .param("other", other.id().value())
                        .param("parent", parent.id().value())
                        .param("kind", kind)
                        .param("name", other.name())
                        .param("now", now())
                        .update());
    }

    /** A run of a plan that no node knows, so that it stays as it is. */
    public UUID run(TestCompany runner, TestCompany subject, String state) {
        var run = Ids.next();
        tenancy.run(runner.id(), () -> {
            jdbc.sql("""
                    insert into run_queue (run_id, runner_id, subject_id, plan, state, due_at, since)
                    values (:run, :runner, :subject, 'of-tests', :state, :now, :now)
                    """)
                    .param("run", run)
                    .param("runner", runner.id().value())
                    .param("subject", subject.id().value())
                    .param("state", state)
                    .param("now", now())
                    .update();
            jdbc.sql("""
                    insert into migration_run (company_id, run_id, plan, subject_id, by_user, phase, state, step, epoch,
                                               node, fault_code, acts, ordered_at, changed_at, moved_at)
                    values (:runner, :run, 'of-tests', :subject, :run, 'FORWARD', :run_state, 'history', 3,
                            'node-7', 'portal_unreachable', :acts, :now, :now, :now)
                    """)
                    .param("runner", runner.id().value())
                    .param("run", run)
                    .param("subject", subject.id().value())
                    .param("run_state", state.equals("STANDS") ? "NEEDS_PERSON" : "RUNNING")
                    .param("acts", state.equals("STANDS") ? "OPERATOR" : null)
                    .param("now", now())
                    .update();
        });
        return run;
    }

    private TestCompany company(String kind, CompanyId parent) {
        var id = new CompanyId(Ids.next());
        var name = "Company " + NUMBERS.incrementAndGet() + " " + kind.toLowerCase(Locale.ROOT);
        var group = Ids.next();
        var roles = new LinkedHashMap<String, UUID>();
        tenancy.run(id, () -> {
            jdbc.sql("""
                    insert into company (company_id, parent_id, kind, name, created_at)
                    values (:id, :parent, :kind, :name, :now)
                    """)
                    .param("id", id.value())
                    .param("parent", parent == null ? null : parent.value())
                    .param("kind", kind)
                    .param("name", name)
                    .param("now", now())
                    .update();
            jdbc.sql("insert into company_freeze (company_id, changed_at) values (:id, :now)")
                    .param("id", id.value())
                    .param("now", now())
                    .update();
            jdbc.sql("insert into user_group (company_id, group_id, name) values (:id, :group, 'Main group')")
                    .param("id", id.value())
                    .param("group", group)
                    .update();
            roles.put("MANAGER", role(id, "Manager", "MANAGER", Right.OF_MANAGER));
            roles.put("BASIC_USER", role(id, "Basic User", "BASIC_USER", Right.OF_BASIC_USER));
            roles.put("AUDITOR", role(id, "Auditor", "AUDITOR", Right.OF_AUDITOR));
        });
        return new TestCompany(id, name, group, roles);
    }

    private UUID role(CompanyId company, String name, String predefined, Set<Right> rights) {
        var id = Ids.next();
        jdbc.sql("""
                insert into role (company_id, role_id, name, predefined, rights)
                values (:company, :id, :name, :predefined, :rights)
                """)
                .param("company", company.value())
                .param("id", id)
                .param("name", name)
                .param("predefined", predefined)
                .param("rights", rights.stream().map(Right::name).toArray(String[]::new))
                .update();
        return id;
    }

    /** A custom role. */
    public UUID customRole(TestCompany company, String name, Right... rights) {
        return tenancy.within(company.id(), () -> role(company.id(), name, null, Set.of(rights)));
    }

    public TestUser manager(TestCompany company) {
        return user(company, "MANAGER");
    }

    /** A user with one of the predefined roles. */
    public TestUser user(TestCompany company, String role) {
        return user(company, company.roles().get(role), company.mainGroup());
    }

    public TestUser user(TestCompany company, UUID role, UUID group) {
        int number = NUMBERS.incrementAndGet();
        var user = new TestUser(
                company.id(), Ids.next(), "user" + number + "@company.example", "User " + number, "password " + number);
        tenancy.run(company.id(), () -> {
            jdbc.sql("""
                    insert into app_user (company_id, user_id, group_id, role_id, email, name, password_hash, created_at)
                    values (:company, :id, :group, :role, :email, :name, :hash, :now)
                    """)
                    .param("company", company.id().value())
                    .param("id", user.id())
                    .param("group", group)
                    .param("role", role)
                    .param("email", user.email())
                    .param("name", user.name())
                    .param("hash", "{noop}" + user.password())
                    .param("now", now())
                    .update();
            jdbc.sql("insert into sign_in_directory (email, company_id, user_id) values (:email, :company, :id)")
                    .param("email", user.email())
                    .param("company", company.id().value())
                    .param("id", user.id())
                    .update();
        });
        return user;
    }

    /** A pool with so many licences in it. */
    public UUID pool(TestCompany company, String product, String quantity, LocalDate expiresOn) {
        var id = Ids.next();
        tenancy.run(company.id(), () -> {
            jdbc.sql("""
                    insert into licence_pool (company_id, pool_id, product, name, expires_on, created_at)
                    values (:company, :id, :product, :product, :expires, :now)
                    """)
                    .param("company", company.id().value())
                    .param("id", id)
                    .param("product", product)
                    .param("expires", expiresOn)
                    .param("now", now())
                    .update();
            jdbc.sql("""
                    insert into licence_balance (company_id, pool_id, remaining, reserved)
                    values (:company, :id, :quantity, 0)
                    """)
                    .param("company", company.id().value())
                    .param("id", id)
                    .param("quantity", new BigDecimal(quantity))
                    .update();
            jdbc.sql("""
                    insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, at)
                    values (:company, :entry, :id, 'GRANT_IN', :quantity, :now)
                    """)
                    .param("company", company.id().value())
                    .param("entry", Ids.next())
                    .param("id", id)
                    .param("quantity", new BigDecimal(quantity))
                    .param("now", now())
                    .update();
        });
        return id;
    }

    /** Stores a report as if a client had sent it without a reservation. */
    public Receipt report(TestUser by, ReportOrder order) {
        return reports.receive(by.company(), by.id(), bytes(order), null);
    }

    /** So many reports that differ in their ids only, so many of them in each second. */
    public void reports(TestUser by, int count, int eachSecond) {
        report(by, ReportOrder.of(DeviceKind.IPHONE, ErasureState.ERASED, Instant.parse("2026-05-01T10:00:00Z")));
        tenancy.run(
                by.company(),
                () -> jdbc.sql("""
                insert into report (company_id, document_id, received_at, kind, product, product_version, state,
                                    signature_state, cover, digest, size, dictionary, body, received_entry)
                select r.company_id, gen_random_uuid(), r.received_at + (n / :each) * interval '1 second', r.kind,
                       r.product, r.product_version, r.state, r.signature_state, r.cover, r.digest, r.size, r.dictionary,
                       r.body, r.received_entry
                from report r, generate_series(1, :more) n
                where r.company_id = :company
                """)
                        .param("each", eachSecond)
                        .param("more", count - 1)
                        .param("company", by.company().value())
                        .update());
    }

    /** The bytes of a report; the same order gives the same bytes. */
    public static byte[] bytes(ReportOrder order) {
        return ReportTemplates.withDummySignatures().write(order, new Random(order.hashCode()));
    }

    /** Entitles the company to upgrade. */
    public void entitle(TestCompany company) {
        tenancy.run(
                company.id(),
                () -> jdbc.sql("""
                insert into entitlement (company_id, entitled_at, entitled_by) values (:company, :now, :by)
                """)
                        .param("company", company.id().value())
                        .param("now", now())
                        .param("by", Ids.next())
                        .update());
    }

    /** Puts the freeze row into this state. */
    public void freeze(TestCompany company, String state) {
        tenancy.run(
                company.id(),
                () -> jdbc.sql("""
                update company_freeze
                set state = :state, transfer_id = :transfer, epoch = epoch + 1, changed_at = :now
                where company_id = :company
                """)
                        .param("state", state)
                        .param("transfer", Ids.next())
                        .param("now", now())
                        .param("company", company.id().value())
                        .update());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
