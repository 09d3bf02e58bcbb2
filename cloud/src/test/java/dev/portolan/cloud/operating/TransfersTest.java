package dev.portolan.cloud.operating;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.kagkarlsson.scheduler.Scheduler;
import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.migration.Plan;
import dev.portolan.migration.RunAlarm;
import dev.portolan.migration.Runs;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.web.testing.HttpBrowser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** The operator's list of all runs. */
class TransfersTest extends CloudTest {
    @Autowired
    private Runs runs;

    @Autowired
    private RunAlarm alarm;

    @Autowired
    private Migrations migrations;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private List<Plan> plans;

    @Autowired
    private MessageSource texts;

    private TestCompany vendor;
    private TestCompany partner;
    private TestCompany customer;
    private TestUser operator;

    @BeforeEach
    void aVendorWithAPartner() {
        vendor = companies.vendor();
        partner = companies.partner(vendor);
        customer = companies.customer(partner);
        companies.sees(vendor, customer, partner, "CUSTOMER");
        operator = companies.manager(vendor);
    }

    @Test
    void every_plan_is_named_in_words() {
        assertThat(plans).extracting(Plan::name).contains("stage-one", "stage-two", "undo");
        for (var plan : plans)
            for (var language : List.of(Locale.ENGLISH, Locale.GERMAN))
                assertThat(texts.getMessage("cloud.transfers.plan." + plan.name(), null, "", language))
                        .as(plan.name())
                        .isNotEmpty();
    }

    @Test
    void the_operator_sees_the_runs_of_all_partners_and_who_acts_next() {
        var other = companies.partner(vendor);
        companies.run(partner, customer, "STANDS");
        companies.run(other, other, "WAITING");
        companies.run(companies.partner(companies.vendor()), customer, "WAITING");
        var page = visitor(operator).page("/transfers?sort=partner");
        var rows = page.select("tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text())
                .contains(customer.name(), partner.name(), "history", "Epoch 3", "node-7", "portal_unreachable")
                .contains("Stands", "You, the operator", "Try again");
        assertThat(rows.get(1).text()).contains(other.name(), "Waiting", "tries again", "Pause");
        assertThat(visitor(operator).page("/transfers?show=STANDS").select("tbody tr"))
                .hasSize(1);
        assertThat(visitor(operator)
                        .page("/transfers?q=" + encoded(customer.name()))
                        .select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void only_operators_of_the_vendor_come_in() {
        var run = companies.run(partner, customer, "WAITING");
        for (var person : List.of(companies.manager(partner), companies.user(vendor, "BASIC_USER"))) {
            assertThat(visitor(person).get("/transfers").statusCode()).isEqualTo(403);
            assertThat(visitor(person).post("/transfers", Map.of("act", "HOLD")).statusCode())
                    .isEqualTo(403);
            assertThat(visitor(person)
                            .post("/transfers/" + run, Map.of("act", "PAUSE"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void one_is_paused_and_let_go_on_and_one_that_stands_is_tried_again() {
        var run = companies.run(partner, customer, "WAITING");
        var browser = visitor(operator);
        post(browser, run, "PAUSE");
        assertThat(queue(run)).isEqualTo("PAUSED/PAUSE");
        post(browser, run, "RESUME");
        assertThat(queue(run)).isEqualTo("WAITING/–");
        assertThat(browser.page("/audit").text()).contains("Transfer paused", "Transfer let go on");

        var standing = companies.run(partner, partner, "STANDS");
        post(browser, standing, "RETRY");
        assertThat(queue(standing)).isEqualTo("WAITING/–");
    }

    @Test
    void all_are_held_and_let_go_on() {
        companies.run(partner, customer, "WAITING");
        var browser = visitor(operator);
        browser.post("/transfers", Map.of("act", "HOLD"));
        assertThat(browser.page("/transfers").text())
                .contains("All are paused", "Whoever lets it go on", "Let all go on");
        browser.post("/transfers", Map.of("act", "RELEASE"));
        assertThat(browser.page("/transfers").text()).contains("Pause all");
    }

    @Test
    void cancelling_all_waits_for_a_node_that_carries_it_out() {
        var browser = visitor(operator);
        browser.post("/transfers", Map.of("act", "HOLD"));
        scheduler.pause();
        try {
            tenancy.run(partner.id(), () -> {
                migrations.begin(partner.id(), customer.id(), MigrationState.STAGE_TWO_PENDING);
                runs.order(partner.id(), "stage-two", customer.id(), Map.of(), operator.id());
            });
            browser.post("/transfers", Map.of("act", "CANCEL"));
            assertThat(migrations.state(partner.id(), customer.id())).contains(MigrationState.STAGE_TWO_PENDING);
        } finally {
            scheduler.resume();
        }
        eventually(() -> migrations
                .state(partner.id(), customer.id())
                .filter(MigrationState.STAGE_ONE_COMPLETED::equals)
                .isPresent());
        browser.post("/transfers", Map.of("act", "RELEASE"));
        assertThat(browser.page("/audit").text()).contains("All transfers cancelled");
    }

    @Test
    void ten_thousand_rows_take_as_many_statements_as_one() {
        companies.run(partner, customer, "WAITING");
        var browser = visitor(operator);
        browser.get("/transfers");
        int one = statements(browser, "/transfers?sort=company");
        manyRuns();
        int many = statements(browser, "/transfers?sort=company&page=77&size=100");
        assertThat(many).isEqualTo(one).isLessThan(12);
        assertThat(browser.page("/transfers?sort=company&page=77&size=100").select("tbody tr"))
                .hasSize(100);
    }

    @Test
    void an_alarm_is_mailed_to_every_operator_in_their_language_once_an_hour_for_a_partner() {
        var german = companies.manager(vendor);
        companies.user(vendor, "BASIC_USER");
        visitor(german).post("/tastes", Map.of("language", "de"));
        companies.run(partner, customer, "STANDS");
        for (int time = 0; time < 2; time++)
            tenancy.run(
                    partner.id(),
                    () -> alarm.raised(
                            partner.id(), runs.all(partner.id(), "of-tests").getFirst()));
        assertThat(mails("recipient")).containsExactlyInAnyOrder(operator.email(), german.email());
        assertThat(mails("subject"))
                .containsExactlyInAnyOrder(
                        "A run does not move: " + customer.name(), "Ein Lauf steht: " + customer.name());
        assertThat(mails("body_text"))
                .allMatch(text -> text.contains("/transfers?show=ALARM") && text.contains("portal_unreachable"));
        assertThat(mails("body_html")).allMatch(html -> html.contains(partner.name()) && !html.contains("th:text"));
    }

    @Test
    void of_a_run_that_has_waited_unbegun_for_too_long_it_is_said_what_it_waits_for_and_that_the_operator_acts_next() {
        var run = companies.run(partner, customer, "WAITING");
        tenancy.run(partner.id(), () -> jdbc.sql("""
                        update migration_run set step = null, fault_code = null, alarmed_at = now() where run_id = :run
                        """).param("run", run).update());
        var rows = visitor(operator).page("/transfers?show=ALARM").select("tbody tr");
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().text()).contains("Waiting", "Alarm", "You, the operator");

        tenancy.run(
                partner.id(),
                () -> alarm.raised(
                        partner.id(), runs.all(partner.id(), "of-tests").getFirst()));
        assertThat(mails("body_text"))
                .singleElement()
                .asString()
                .contains("Step: not begun, it waits for a worker", "Acts next: You, the operator");
    }

    private void post(HttpBrowser browser, UUID run, String act) {
        var answer = browser.post("/transfers/" + run, Map.of("act", act));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private String queue(UUID run) {
        return jdbc.sql("select state || '/' || coalesce(wish, '–') from run_queue where run_id = :run")
                .param("run", run)
                .query(String.class)
                .single();
    }

    private static String encoded(String text) {
        return text.replace(" ", "%20");
    }

    private void manyRuns() {
        tenancy.run(vendor.id(), () -> {
            jdbc.sql("""
                    insert into managed_company (company_id, managed_id, parent_id, kind, name, created_at)
                    select :vendor, gen_random_uuid(), :partner, 'CUSTOMER', 'Many ' || n, now()
                    from generate_series(1, 10000) n
                    """)
                    .param("vendor", vendor.id().value())
                    .param("partner", partner.id().value())
                    .update();
            jdbc.sql("""
                    insert into run_queue (run_id, runner_id, subject_id, plan, state, due_at, since)
                    select gen_random_uuid(), :partner, m.managed_id, 'of-tests', 'WAITING', now(), now()
                    from managed_company m where m.company_id = :vendor and m.name like 'Many %'
                    """)
                    .param("vendor", vendor.id().value())
                    .param("partner", partner.id().value())
                    .update();
        });
    }

    /** How many statements the page's own thread sends. */
    private static int statements(HttpBrowser browser, String path) {
        var logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        var seen = new ListAppender<ILoggingEvent>();
        seen.start();
        var before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(seen);
        try {
            assertThat(browser.get(path).statusCode()).isEqualTo(200);
        } finally {
            logger.detachAppender(seen);
            logger.setLevel(before);
        }
        return (int) List.copyOf(seen.list).stream()
                .filter(event -> event.getThreadName().startsWith("tomcat-handler"))
                .filter(event -> event.getFormattedMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }

    private List<String> mails(String column) {
        return tenancy.within(
                vendor.id(),
                () -> jdbc.sql("select recipient, subject, body_text, body_html from mail where company_id = :company")
                        .param("company", vendor.id().value())
                        .query((row, number) -> row.getString(column))
                        .list());
    }
}
