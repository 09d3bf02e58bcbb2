package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.platform.Ids;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.status.Migrations.Reason;
import dev.portolan.upgrade.wizard.ReasonTexts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What somebody changes in the Portal's database behind the apps' back, as its owner, while a transfer is on its way: the
 * independent proof finds each, says what it is, and nothing is shown as done.
 */
class ProofFindsTest {
    private static final String COPIED = "before:history-proof";
    private static final String SENT = "before:rest-proof";
    private static final String ACTIVATED = "before:final-proof";
    private static final String ONE_REPORT =
            "tenant_id = ? and report_id = (select min(report_id::text)::uuid from report where tenant_id = ?)";

    private static BothApps apps;
    private static ApplicationContext cloud;
    private static Points points;
    private static Look inCloud;
    private static Look inPortal;
    private static Company partner;

    @BeforeAll
    static void start() {
        apps = new BothApps();
        cloud = apps.startCloud();
        points = cloud.getBean(Points.class);
        inCloud = new Look(apps.cloudDatabase);
        inPortal = new Look(apps.portalDatabase);
        partner = new Company(inCloud, "partner", null);
        new Orders(cloud).stageOne(partner, partner, SetUpOptions.DEFAULT);
        stands(partner, "STAGE_ONE_COMPLETED");
    }

    @AfterAll
    static void stop() {
        apps.close();
    }

    @Test
    void nothing_where_nothing_was_changed() {
        var customer = customer("untouched");
        new Orders(cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        stands(customer, "MIGRATION_COMPLETED");
    }

    @Test
    void a_flipped_byte_in_a_body() {
        var customer = customer("byte");
        fails(customer, COPIED, "report_(bytes|damaged)", """
                update report set body = set_byte(body, octet_length(body) - 6, get_byte(body, octet_length(body) - 6) # 1)
                where\s""" + ONE_REPORT, customer.id, customer.id);
    }

    @Test
    void the_body_of_another_report_of_the_same_size() {
        var customer = customer("body");
        fails(
                customer,
                COPIED,
                "report_bytes",
                "update report set body = (select body from report where tenant_id = ? order by report_id::text desc limit 1) where "
                        + ONE_REPORT,
                customer.id,
                customer.id,
                customer.id);
    }

    @Test
    void a_body_that_cannot_be_read() {
        var customer = customer("damaged");
        fails(
                customer,
                COPIED,
                "report_damaged",
                "update report set body = substr(body, 1, octet_length(body) - 1) where " + ONE_REPORT,
                customer.id,
                customer.id);
    }

    @Test
    void a_flipped_byte_after_the_activation() {
        var customer = customer("late-byte");
        failsLate(customer, "report_(bytes|damaged)", """
                update report set body = set_byte(body, octet_length(body) - 6, get_byte(body, octet_length(body) - 6) # 1)
                where\s""" + ONE_REPORT, customer.id, customer.id);
    }

    @Test
    void a_wrong_enum_value() {
        var customer = customer("enum");
        fails(
                customer,
                COPIED,
                "report_columns",
                "update report set state = 'NOT_ERASED' where " + ONE_REPORT,
                customer.id,
                customer.id);
    }

    @Test
    void a_wrong_enum_value_after_the_activation() {
        var customer = customer("late-enum");
        failsLate(
                customer,
                "report_columns",
                "update report set signature_state = 'INVALID' where " + ONE_REPORT,
                customer.id,
                customer.id);
    }

    @Test
    void a_serial_number_that_the_search_finds_another_report_by() {
        var customer = customer("serial");
        fails(
                customer,
                COPIED,
                "search",
                "update report_serial set serial = 'sn-of-another' where tenant_id = ? and serial = (select min(serial) from report_serial where tenant_id = ?)",
                customer.id,
                customer.id);
    }

    @Test
    void a_serial_number_that_the_search_does_not_find_after_the_activation() {
        var customer = customer("late-serial");
        failsLate(customer, "search", "delete from report_serial where tenant_id = ?", customer.id);
    }

    @Test
    void a_time_that_lists_are_ordered_by() {
        var customer = customer("time");
        fails(
                customer,
                COPIED,
                "report_columns",
                "update report set received_at = received_at + interval '1 microsecond' where " + ONE_REPORT,
                customer.id,
                customer.id);
    }

    @Test
    void a_log_entry_of_another() {
        var customer = customer("entry");
        fails(
                customer,
                COPIED,
                "report_entry",
                "update report set received_entry = received_entry || 'x'::bytea where " + ONE_REPORT,
                customer.id,
                customer.id);
    }

    @Test
    void a_missing_report() {
        var customer = customer("missing");
        fails(customer, COPIED, "report_missing", "delete from report where " + ONE_REPORT, customer.id, customer.id);
    }

    @Test
    void a_report_missing_after_the_activation() {
        var customer = customer("late-missing");
        failsLate(customer, "report_missing", "delete from report where " + ONE_REPORT, customer.id, customer.id);
    }

    @Test
    void a_report_of_somebody_else() {
        var customer = customer("owner");
        fails(
                customer,
                COPIED,
                "report_missing",
                "update report set tenant_id = ? where " + ONE_REPORT,
                partner.id,
                customer.id,
                customer.id);
    }

    @Test
    void a_report_doubled_under_its_own_id() {
        var customer = customer("doubled");
        inPortal.jdbc
                .sql("alter table report drop constraint report_tenant_id_document_id_key")
                .update();
        try {
            fails(customer, COPIED, "report_doubled", DOUBLED.formatted("document_id"), Ids.next(), customer.id);
        } finally {
            inPortal.jdbc
                    .sql("delete from report where tenant_id = ?")
                    .params(customer.id)
                    .update();
            inPortal.jdbc
                    .sql(
                            "alter table report add constraint report_tenant_id_document_id_key unique (tenant_id, document_id)")
                    .update();
        }
    }

    @Test
    void a_report_doubled_under_another_id() {
        var customer = customer("another-id");
        failsLate(customer, "reports", DOUBLED.formatted("gen_random_uuid()"), Ids.next(), customer.id);
    }

    @Test
    void a_copy_of_a_report_under_another_tenant() {
        var customer = customer("strayed");
        fails(customer, COPIED, "report_elsewhere", COPIED_TO.formatted("transfer_id"), partner.id, customer.id);
    }

    @Test
    void a_copy_of_a_report_that_another_tenant_sees() {
        var customer = customer("strayed-shown");
        fails(customer, COPIED, "report_elsewhere", COPIED_TO.formatted("null"), partner.id, customer.id);
    }

    @Test
    void a_copy_of_a_report_under_another_tenant_after_the_activation() {
        var customer = customer("late-strayed");
        failsLate(customer, "report_elsewhere", COPIED_TO.formatted("null"), partner.id, customer.id);
    }

    @Test
    void nothing_where_another_tenants_client_has_sent_the_same_report_at_another_time() {
        var customer = customer("sent-twice");
        points.once(
                COPIED,
                run -> assertThat(inPortal.jdbc
                                .sql(COPIED_TO
                                        .formatted("null")
                                        .replace(
                                                "gen_random_uuid(), document_id, received_at",
                                                "gen_random_uuid(), document_id, now()"))
                                .params(partner.id, customer.id)
                                .update())
                        .isOne());
        new Orders(cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        stands(customer, "MIGRATION_COMPLETED");
    }

    @Test
    void a_hidden_report_shown() {
        var customer = customer("shown");
        fails(
                customer,
                COPIED,
                "shown",
                "update report set transfer_id = null where " + ONE_REPORT,
                customer.id,
                customer.id);
    }

    @Test
    void a_hidden_balance_shown() {
        var customer = customer("shown-balance");
        fails(
                customer,
                SENT,
                "shown",
                "update licence_balance set transfer_id = null where tenant_id = ? and pool_id = ?",
                customer.id,
                customer.pool);
    }

    @Test
    void a_balance_off_by_one() {
        var customer = customer("balance");
        fails(
                customer,
                SENT,
                "balances",
                "update licence_balance set remaining = remaining - 1 where tenant_id = ? and pool_id = ?",
                customer.id,
                customer.pool);
    }

    @Test
    void a_balance_off_by_one_after_the_activation() {
        var customer = customer("late-balance");
        failsLate(
                customer,
                "balances",
                "update licence_balance set remaining = remaining + 1 where tenant_id = ? and pool_id = ?",
                customer.id,
                customer.pool);
    }

    @Test
    void an_entry_off_by_one() {
        var customer = customer("ledger");
        fails(
                customer,
                SENT,
                "licences",
                "update ledger_entry set quantity = quantity + 1 where tenant_id = ? and pool_id = ?",
                customer.id,
                customer.pool);
    }

    @Test
    void a_pool_that_lasts_longer() {
        var customer = customer("expiry");
        fails(
                customer,
                SENT,
                "licences",
                "update licence_pool set expires_on = date '2099-01-01' where tenant_id = ? and pool_id = ?",
                customer.id,
                customer.pool);
    }

    @Test
    void a_lost_reservation() {
        var customer = customer("reservation");
        customer.reserve(BigDecimal.TEN);
        fails(customer, SENT, "reservations", "delete from reservation where tenant_id = ?", customer.id);
    }

    @Test
    void a_reservation_lost_after_the_activation() {
        var customer = customer("late-reservation");
        customer.reserve(BigDecimal.TEN);
        failsLate(customer, "reservations", "delete from reservation where tenant_id = ?", customer.id);
    }

    @Test
    void a_reservation_that_is_not_open_any_more() {
        var customer = customer("released");
        customer.reserve(BigDecimal.TEN);
        fails(
                customer,
                SENT,
                "reservations",
                "update reservation set state = 'RELEASED' where tenant_id = ?",
                customer.id);
    }

    @Test
    void another_workflow() {
        var customer = customer("workflow");
        fails(
                customer,
                SENT,
                "workflows",
                "update workflow set definition = definition || ' ' where tenant_id = ?",
                customer.id);
    }

    private static final String DOUBLED = """
            insert into report (tenant_id, report_id, document_id, received_at, kind, product, product_version, state, serial,
              erased_at, fields, signature_state, cover, digest, size, body, received_entry, transfer_id)
            select tenant_id, ?, %s, received_at, kind, product, product_version, state, serial, erased_at, fields,
              signature_state, cover, digest, size, body, received_entry, transfer_id
            from report where tenant_id = ? limit 1
            """;

    private static final String COPIED_TO = """
            insert into report (tenant_id, report_id, document_id, received_at, kind, product, product_version, state, serial,
              erased_at, fields, signature_state, cover, digest, size, body, received_entry, transfer_id)
            select ?, gen_random_uuid(), document_id, received_at, kind, product, product_version, state, serial, erased_at,
              fields, signature_state, cover, digest, size, body, received_entry, %s
            from report where tenant_id = ? limit 1
            """;

    private static Company customer(String name) {
        var customer = new Company(inCloud, name, partner);
        customer.reports(3, 1);
        new Orders(cloud).stageOne(partner, customer, SetUpOptions.DEFAULT);
        stands(customer, "STAGE_ONE_COMPLETED");
        return customer;
    }

    private static void fails(Company customer, String point, String code, String change, Object... parameters) {
        found(customer, point, "STAGE_TWO_FAILED", code, change, parameters);
        assertThat(inCloud.text("select state from company_freeze where company_id = ?", customer.id))
                .isEqualTo("ACTIVE");
    }

    private static void failsLate(Company customer, String code, String change, Object... parameters) {
        found(customer, ACTIVATED, "PROOF_FAILED", code, change, parameters);
        assertThat(inCloud.count("select count(*) from transfer_certificate where company_id = ?", customer.id))
                .isZero();
    }

    private static void found(
            Company customer, String point, String end, String code, String change, Object... parameters) {
        points.once(
                point,
                run -> assertThat(inPortal.jdbc.sql(change).params(parameters).update())
                        .isOne());
        new Orders(cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        stands(customer, end);
        assertThat(inCloud.reason(customer.id)).isEqualTo("proof_mismatch");
        var found = inCloud.text("select reason[1] from migration_status where subject_id = ?", customer.id);
        assertThat(found).matches(code + "( [0-9a-f-]{36})*");
        said(found);
    }

    /** For people, in both languages: another text than the code, with the same ids. */
    private static void said(String found) {
        for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            LocaleContextHolder.setLocale(locale);
            try {
                assertThat(cloud.getBean(ReasonTexts.class).of(Reason.of("proof_mismatch", found)))
                        .doesNotContain("_", "upgrade.")
                        .matches(
                                text -> Arrays.stream(found.split(" ")).skip(1).allMatch(text::contains),
                                "names the ids");
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        }
    }

    private static void stands(Company company, String state) {
        try {
            BothApps.await(state, () -> {
                var now = inCloud.state(company.id);
                if (!state.equals(now) && ended(now)) throw new AssertionError(now + " instead of " + state);
                return state.equals(now);
            });
        } catch (AssertionError late) {
            throw new AssertionError(inCloud.state(company.id) + " " + inCloud.runs(), late);
        }
    }

    private static boolean ended(String state) {
        return List.of("STAGE_ONE_FAILED", "STAGE_TWO_FAILED", "PROOF_FAILED", "MIGRATION_COMPLETED")
                .contains(state);
    }
}
