package dev.portolan.cloud.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.portolan.cloud.CloudSchema;
import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.cloud.testing.Visitor;
import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresServer;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.Migrations;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The wizard in a running Cloud, with a Portal and an engine that the test plays. */
@Import(WizardTest.Others.class)
abstract class WizardTest extends CloudTest {

    @TestConfiguration
    static class Others {
        /** A database of its own: on a shared one the other tests' app would take this one's background work. */
        @Bean
        DataSource dataSource() {
            var database = PostgresServer.forTests().migrated(App.CLOUD, CloudSchema::migrate);
            var source = new HikariDataSource();
            source.setJdbcUrl(database.jdbcUrl());
            source.setUsername(database.user().role());
            source.setPassword(database.user().password());
            return source;
        }

        @Bean
        @Primary
        FakePortal fakePortal() {
            return new FakePortal();
        }

        @Bean
        @Primary
        FakeEngine fakeEngine() {
            return new FakeEngine();
        }
    }

    @Autowired
    FakePortal portal;

    @Autowired
    FakeEngine engine;

    @Autowired
    Migrations migrations;

    TestCompany partner;
    TestUser manager;
    Visitor browser;

    @BeforeEach
    void anEntitledPartner() {
        portal.silent = false;
        partner = companies.partner(companies.vendor());
        companies.entitle(partner);
        manager = companies.manager(partner);
        browser = visitor(manager);
    }

    /** Presses Next on a step, with these fields. */
    HttpResponse<String> next(Visitor who, String step, String... fields) {
        return press(who, step, "next", fields);
    }

    HttpResponse<String> press(Visitor who, String step, String act, String... fields) {
        var shown = who.page("/upgrade/" + step);
        var sent = new HashMap<String, String>();
        sent.put("act", act);
        sent.put("version", shown.select("#step input[name=version]").val());
        for (int i = 0; i < fields.length; i += 2) sent.put(fields[i], fields[i + 1]);
        return who.post("/upgrade/" + step, sent);
    }

    static void goesTo(HttpResponse<String> answer, String path) {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElse("")).endsWith(path);
    }

    static Document stopped(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body());
    }

    /** Walks to step 4, stage one ordered. */
    void walkToVerifyAccess(String partnerAnswer) {
        next(browser, "check", "partner", partnerAnswer, "partnerAsked", partnerAnswer);
        next(browser, "welcome", "understood", "yes");
        goesTo(next(browser, "set-up", "hierarchyUnderstood", "yes"), "/upgrade/verify-access");
    }

    /** Walks to step 6 or, on the direct path, to Transfer data. */
    void walkPastApi(String partnerAnswer) {
        walkToVerifyAccess(partnerAnswer);
        standsAtThePortal(partner, manager);
        next(browser, "verify-access", "accountCreated", "yes");
        next(browser, "api");
    }

    /** Plays the end of stage one for the company itself, and a manager's first sign-in. */
    void standsAtThePortal(TestCompany company, TestUser who) {
        migrations.happened(company.id(), company.id(), MigrationEvent.STAGE_ONE_DONE, null, null);
        portal.people.put(company.id().value(), List.of(FakePortal.person(who.id(), who.name(), "MANAGER", true)));
    }

    static Map<String, String> fields(String... pairs) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) fields.put(pairs[i], pairs[i + 1]);
        return fields;
    }
}
