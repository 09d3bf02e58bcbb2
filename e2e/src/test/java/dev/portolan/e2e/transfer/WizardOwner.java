package dev.portolan.e2e.transfer;

import dev.portolan.platform.Ids;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.web.testing.HttpBrowser;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** A partner with one customer; stage one of both is really done, and its manager sits at a browser. */
final class WizardOwner {
    private static final String PASSWORD = "pass word of a test";

    final Company partner;
    final Company customer;
    /** The customer's only report. */
    final UUID document = Ids.next();

    private final Look inCloud;
    private final Look inPortal;
    private final BothApps apps;
    private final HttpBrowser browser;
    private final Orders orders;
    private long before;

    WizardOwner(BothApps apps, ApplicationContext cloud, Look inCloud, Look inPortal, String name) {
        this.apps = apps;
        this.inCloud = inCloud;
        this.inPortal = inPortal;
        partner = new Company(inCloud, name, null);
        customer = new Company(inCloud, name + "-customer", partner);
        customer.report(document, "<root/>", 3);
        entitle(inCloud, partner);
        run(
                "insert into customer (company_id, customer_id, name, search, kind) values (?, ?, ?, ?, 'CUSTOMER')",
                partner.id,
                customer.id,
                name + "-customer",
                name + "-customer");
        run(
                "insert into journey (company_id, path, step, answers, changed_by, changed_at) values (?, 'PARTNER', 'SUMMARY', '{\"scope\": \"TWELVE_MONTHS\"}', ?, now())",
                partner.id,
                partner.manager);
        orders = new Orders(cloud);
        orders.stageOne(partner, partner, SetUpOptions.DEFAULT);
        stands(partner, MigrationState.STAGE_ONE_COMPLETED); // its customer is created below it
        orders.stageOne(partner, customer, SetUpOptions.DEFAULT);
        stands(customer, MigrationState.STAGE_ONE_COMPLETED);
        browser = manager(cloud, partner);
    }

    /** Lets the company's manager in, and the company into the wizard. */
    static void entitle(Look inCloud, Company company) {
        inCloud.jdbc
                .sql("update app_user set password_hash = ? where user_id = ?")
                .params("{noop}" + PASSWORD, company.manager)
                .update();
        inCloud.jdbc
                .sql("insert into sign_in_directory (email, company_id, user_id) values (?, ?, ?)")
                .params(company.email("manager"), company.id, company.manager)
                .update();
        inCloud.jdbc
                .sql("insert into entitlement (company_id, entitled_at, entitled_by) values (?, now(), ?)")
                .params(company.id, company.manager)
                .update();
    }

    /** The company's manager, signed in. */
    static HttpBrowser manager(ApplicationContext cloud, Company company) {
        var browser = new HttpBrowser(cloud.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        browser.signIn(company.email("manager"), PASSWORD);
        return browser;
    }

    HttpBrowser browser() {
        return browser;
    }

    /** Waits until this is where the company stands, and nothing of it is under way. */
    void stands(Company subject, MigrationState state) {
        BothApps.await(
                state + " of " + subject.email("manager"),
                () -> state.name().equals(inCloud.state(subject.id)) && underWay() == 0);
    }

    private long underWay() {
        return inCloud.count(
                "select count(*) from migration_run where company_id = ? and state = 'RUNNING'", partner.id);
    }

    /** Puts the company there, without a move, ends what was left paused, and counts its moves up to now. */
    void put(Company subject, MigrationState state) {
        run("""
                update migration_run set state = 'FAILED', wish = null, reason_code = 'cancelled', changed_at = now()
                where company_id = ? and state = 'RUNNING' and wish = 'PAUSE'
                """, partner.id);
        run("update migration_status set state = ? where subject_id = ?", state.name(), subject.id);
        before = moves(subject);
    }

    /** Orders the customer's transfer, which stays where it is: it is paused before it begins. */
    void orderPaused(Company subject) {
        put(subject, MigrationState.STAGE_ONE_COMPLETED);
        orders.stageTwoPaused(partner, subject, ReportScope.TWELVE_MONTHS);
    }

    /** Whether the manager has moved the company since it was {@link #put}, by this event first. */
    boolean moved(Company subject, MigrationEvent event) {
        return event.name()
                .equals(inCloud.text(
                        "select event from migration_event where subject_id = ? and by_user = ? order by event_id offset ? limit 1",
                        subject.id,
                        partner.manager,
                        before));
    }

    private long moves(Company subject) {
        return inCloud.count(
                "select count(*) from migration_event where subject_id = ? and by_user = ?",
                subject.id,
                partner.manager);
    }

    void countMails(Company subject) {
        before = mails(subject);
    }

    /** Whether mail has come since it was counted. */
    boolean mailed(Company subject) {
        return mails(subject) > before;
    }

    private long mails(Company subject) {
        return apps.mail.getReceivedMessagesForDomain(domain(subject)).length;
    }

    void countClientCodes() {
        before = clientCodes();
    }

    /** Whether the Portal has made one since they were counted. */
    boolean hasNewClientCode() {
        return clientCodes() > before;
    }

    private long clientCodes() {
        return inPortal.count("select count(*) from enrolment_code where tenant_id = ?", partner.id);
    }

    private static String domain(Company company) {
        return company.email("").substring(1);
    }

    static String name(Company company) {
        return domain(company).replace(".example", "");
    }

    /** What no stranger may read. */
    List<String> secrets() {
        return Stream.of(partner, customer)
                .flatMap(company -> Stream.of(
                        company.id.toString(),
                        company.manager.toString(),
                        company.pool.toString(),
                        company.email("manager"),
                        company.email("auditor"),
                        name(company)))
                .toList();
    }

    /** A digest of every row of both companies in both databases, but for what the background brings up to date. */
    String rows() {
        return digest(inCloud, "company_id") + digest(inPortal, "tenant_id");
    }

    private String digest(Look database, String key) {
        var digests = new StringBuilder();
        for (var table : tables(database, key))
            digests.append(table)
                    .append(' ')
                    .append(database.text(
                            "select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from " + table
                                    + " t where " + key + " in (?, ?)",
                            partner.id,
                            customer.id))
                    .append('\n');
        return digests.toString();
    }

    private static List<String> tables(Look database, String key) {
        return database.jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = ? and table_name not in ('customer', 'mail')
                        order by table_name
                        """).params(key).query(String.class).list();
    }

    private void run(String sql, Object... parameters) {
        inCloud.jdbc.sql(sql).params(parameters).update();
    }
}
