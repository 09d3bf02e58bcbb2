package dev.portolan.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.CloudSchema;
import dev.portolan.portal.PortalSchema;
import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresServer;
import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReceivedEntry;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.signature.SignatureCheck;
import dev.portolan.report.signature.SignatureState;
import dev.portolan.report.signature.TrustedKeys;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Store: the data set on PostgreSQL, loaded by the apps' ordinary roles and looked at by their owners. */
class DemoSetTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:37:00Z");
    private static final LogAuthor CLOUD = new LogAuthor("Blancco Cloud", "51", "Blancco Cloud", "1.0", "1.0");

    private static KeyPair key;
    private static Database cloud;
    private static Database portal;
    private static JdbcClient all;
    private static JdbcClient allOfPortal;

    @BeforeAll
    static void load() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        cloud = cloudDatabase();
        portal = PostgresServer.forTests().migrated(App.PORTAL, PortalSchema::migrate);
        var began = System.nanoTime();
        load(cloud, portal, NOW);
        var took = Duration.ofNanos(System.nanoTime() - began);
        all = lookingOn(cloud);
        allOfPortal = lookingOn(portal);
        System.out.printf("demo data: %s reports loaded in %d ms%n", count("report"), took.toMillis());
        assertThat(took).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void every_company_stands_with_its_reports() {
        var reports = all.sql("select company_id, count(*) as n from report group by company_id")
                .query((row, number) -> Map.entry(row.getString("company_id"), row.getInt("n")))
                .list();
        assertThat(count("company")).isEqualTo(Cast.firms().size());
        for (var firm : Cast.firms())
            if (firm.reports() > 0)
                assertThat(reports).contains(Map.entry(firm.id().toString(), firm.reports()));
        assertThat(count("report")).isGreaterThan(6000);
    }

    @Test
    void balances_are_the_sums_of_their_entries() {
        assertThat(all.sql("""
                select count(*) from licence_balance b
                where (b.remaining, b.reserved) is distinct from (
                    select (coalesce(sum(case e.kind when 'GRANT_IN' then e.quantity when 'RELEASE' then e.quantity
                                                     when 'CONSUME' then 0 else -e.quantity end), 0),
                            coalesce(sum(case e.kind when 'RESERVE' then e.quantity when 'RELEASE' then -e.quantity
                                                     when 'CONSUME' then -e.quantity else 0 end), 0))
                    from ledger_entry e where e.company_id = b.company_id and e.pool_id = b.pool_id)
                """).query(Long.class).single()).isZero();
    }

    @Test
    void no_account_was_ever_overdrawn() {
        assertThat(all.sql("""
                select count(*) from (
                    select sum(case kind when 'GRANT_IN' then quantity when 'RELEASE' then quantity when 'CONSUME' then 0
                                         else -quantity end)
                           over (partition by company_id, pool_id order by at, entry_id) as remaining
                    from ledger_entry) history
                where remaining < 0
                """).query(Long.class).single()).isZero();
    }

    @Test
    void all_that_was_given_arrived_but_for_what_is_under_way() {
        var missing = all.sql("""
                select g.counterpart_id, g.quantity from ledger_entry g
                where g.kind = 'GRANT_OUT' and not exists (
                    select from ledger_entry i
                    where i.kind = 'GRANT_IN' and i.entry_id = g.entry_id and i.company_id = g.counterpart_id
                      and i.counterpart_id = g.company_id and i.quantity = g.quantity and i.at = g.at)
                """)
                .query((row, number) ->
                        Map.entry(row.getString(1), row.getBigDecimal(2).intValueExact()))
                .list();
        assertThat(missing)
                .containsExactly(Map.entry(Firm.id("weser-elektronik").toString(), 50));
        assertThat(all.sql("""
                select count(*) from ledger_entry i
                where i.kind = 'GRANT_IN' and i.counterpart_id is not null and not exists (
                    select from ledger_entry g where g.kind = 'GRANT_OUT' and g.entry_id = i.entry_id
                      and g.company_id = i.counterpart_id and g.counterpart_id = i.company_id)
                """).query(Long.class).single()).isZero();
    }

    @Test
    void every_report_has_used_up_a_reservation() {
        assertThat(all.sql("""
                select count(*) from report r
                join reservation v on v.company_id = r.company_id and v.document_id = r.document_id
                                  and v.state = 'CONSUMED' and v.closed_at = r.received_at
                join ledger_entry e on e.company_id = v.company_id and e.reservation_id = v.reservation_id
                                   and e.kind = 'CONSUME' and e.quantity = v.quantity
                """).query(Long.class).single()).isEqualTo(count("report"));
        assertThat(all.sql("select count(*) from reservation where state = 'OPEN'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void reports_are_numbered_in_the_order_of_their_arrival() {
        assertThat(all.sql("""
                select count(*) from (select received_at < lag(received_at) over (order by report_id) as back from report) r
                where back
                """).query(Long.class).single()).isZero();
    }

    @Test
    void reports_can_be_read_and_some_verified() {
        var check = new SignatureCheck(TrustedKeys.of(Map.of("demo", key.getPublic())));
        var verified = all.sql("""
                select body, dictionary, received_entry, digest, size, signature_state from report
                where company_id = :company order by received_at desc limit 20
                """)
                .param("company", Firm.id("alderley"))
                .query((row, number) -> {
                    var bytes = ReportBody.stored(row.getBytes("body"), row.getInt("dictionary"))
                            .original();
                    assertThat(Sha256.of(bytes)).isEqualTo(Sha256.fromBytes(row.getBytes("digest")));
                    assertThat(bytes).hasSize(row.getInt("size"));
                    var state = check.check(bytes, ReceivedEntry.of(row.getBytes("received_entry")))
                            .overall();
                    boolean holds = state instanceof SignatureState.Verified;
                    assertThat(row.getString("signature_state")).isEqualTo(holds ? "VERIFIED" : "NOT_VERIFIABLE");
                    return holds;
                })
                .list();
        assertThat(verified).contains(true, false);
    }

    @Test
    void there_are_reports_of_every_kind_and_outcome_with_umlauts_in_their_fields() {
        assertThat(texts("select distinct kind from report")).hasSize(6);
        assertThat(texts("select distinct state from report")).hasSize(3);
        assertThat(texts("select distinct fields ->> 'Geprüft von' from report where fields ->> 'Standort' = 'Köln'"))
                .contains("J. Groß", "A. Özdemir");
        assertThat(texts("select distinct r.predefined from role r join app_user u using (company_id, role_id)"))
                .contains("MANAGER", "BASIC_USER", "AUDITOR", null);
    }

    @Test
    void every_case_of_eligibility_has_its_company() {
        assertThat(texts("select name from company where parent_id = '%s' and kind = 'CUSTOMER'"
                        .formatted(Firm.id(HarbourCast.KEY))))
                .hasSize(12);
        assertThat(texts("select name from company where account_state = 'SUSPENDED'"))
                .containsExactly("Kestrel Manufacturing Ltd");
        assertThat(texts("""
                select c.name from company c where not exists (
                    select from app_user u join role r using (company_id, role_id)
                    where u.company_id = c.company_id and r.predefined = 'MANAGER')
                """)).containsExactly("Donau Medizintechnik GmbH");
        assertThat(texts("""
                select c.name from company c join licence_pool p using (company_id)
                where p.product = 'Network Eraser - Classic' and c.kind <> 'VENDOR'
                """)).containsExactly("Castle Street Archive Ltd");
        assertThat(allOfPortal
                        .sql("select email from sign_in_directory")
                        .query(String.class)
                        .list())
                .contains("judith.marlow@osprey-health.example");
        assertThat(texts("select email from sign_in_directory")).contains("judith.marlow@osprey-health.example");
        assertThat(texts("select c.name from company c join erasure_client using (company_id) where version < '5'"))
                .contains("Pennine Data Centres Ltd");
        assertThat(texts("""
                select distinct c.name from company c join api_call a using (company_id)
                """)).contains("Müller & Söhne Versicherungsmakler KG", "Harbour IT Partners Ltd");
    }

    @Test
    void managers_of_entitled_companies_have_a_mail_waiting_in_their_language() {
        assertThat(texts("select recipient || ': ' || subject from mail where state = 'QUEUED'"))
                .hasSize(7)
                .contains(
                        "tom.okafor@harbour-it.example: You can upgrade to Blancco Management Portal",
                        "bettina.gruenwald@gruenwald-kliniken.example: Sie können zu Blancco Management Portal wechseln");
        assertThat(texts("select body_html from mail"))
                .allSatisfy(html -> assertThat(html)
                        .contains("href=\"http://127.0.0.1:8081/upgrade\"")
                        .contains("</html>"));
        assertThat(texts("select task_instance from scheduled_tasks where task_name = 'send-mail'"))
                .containsExactlyInAnyOrderElementsOf(texts("select mail_id::text from mail"));
    }

    @Test
    void nobody_sees_a_row_without_a_company_bound() {
        var app = JdbcClient.create(cloud.userDataSource());
        for (var table : texts("select tablename from pg_tables where schemaname = 'public' and rowsecurity"))
            assertThat(app.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        assertThat(count("ledger_entry")).isPositive();
    }

    @Test
    void loading_again_gives_the_same_rows_and_other_days_the_same_numbers() throws Exception {
        var again = cloudDatabase();
        load(again, PostgresServer.forTests().migrated(App.PORTAL, PortalSchema::migrate), NOW);
        assertThat(fingerprints(lookingOn(again))).isEqualTo(fingerprints(all));
        PostgresServer.forTests().drop(again);
        for (var day : List.of("2027-02-28T23:59:59Z", "2028-02-29T00:00:00Z", "2026-08-31T12:00:00Z")) {
            var now = Instant.parse(day);
            for (var firm : Cast.firms()) assertThat(lastMonths(firm, now)).isEqualTo(lastMonths(firm, NOW));
        }
    }

    @Test
    void the_password_is_the_one_that_is_told() {
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(Password.TYPED, Password.HASH))
                .isTrue();
        assertThat(DemoPeople.all())
                .allSatisfy(person -> assertThat(person.email()).contains("@"));
        assertThat(DemoPeople.all())
                .extracting(DemoPeople.Person::kind)
                .contains("operator", "partner", "customer", "direct");
    }

    private static List<Long> lastMonths(Firm firm, Instant now) {
        var arrivals = ErasurePlan.of(firm, new Calendar(now));
        return List.of(6, 12, 18).stream()
                .map(months -> now.atZone(ZoneOffset.UTC)
                        .minusMonths(months)
                        .minusDays(2)
                        .toInstant())
                .map(since -> arrivals.stream()
                        .filter(erasure -> erasure.receivedAt().isAfter(since))
                        .count())
                .toList();
    }

    private static List<String> fingerprints(JdbcClient jdbc) {
        return List.of("company", "app_user", "report", "report_serial", "ledger_entry", "reservation", "audit_entry")
                .stream()
                .map(table -> jdbc.sql("select md5(string_agg(t::text, '' order by t::text)) from " + table + " t")
                        .query(String.class)
                        .single())
                .toList();
    }

    private static List<String> texts(String sql) {
        return all.sql(sql).query(String.class).list();
    }

    private static long count(String table) {
        return all.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static Database cloudDatabase() {
        return PostgresServer.forTests().migrated(App.CLOUD, CloudSchema::migrate);
    }

    private static void load(Database cloud, Database portal, Instant now) throws Exception {
        var signer = new ReportSigner(key.getPrivate(), "demo", CLOUD);
        DemoSet.load(
                cloud.userDataSource(),
                portal.userDataSource(),
                Optional.of(signer),
                CloudNames.of(Map.of()),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** The owner of the tables sees all rows. */
    private static JdbcClient lookingOn(Database database) {
        return JdbcClient.create(database.ownerDataSource());
    }
}
