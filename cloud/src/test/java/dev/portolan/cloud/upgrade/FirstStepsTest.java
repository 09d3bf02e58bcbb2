package dev.portolan.cloud.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.user.Right;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.status.MigrationState;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Steps 1 to 5 over real HTTP. */
class FirstStepsTest extends WizardTest {

    @Test
    void refusesWhoIsNotEntitledAndNamesTheContacts() {
        var other = companies.partner(companies.vendor());
        var answer = visitor(companies.manager(other)).get("/upgrade");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("sales@vendor.example", "support@vendor.example");
    }

    @Test
    void refusesEverybodyButManagersOnEveryAddress() {
        var auditor = visitor(companies.user(partner, "AUDITOR"));
        for (var path : List.of("/upgrade", "/upgrade/check", "/upgrade/verify-access/people")) {
            var answer = auditor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("sales@vendor.example");
        }
        assertThat(auditor.post("/upgrade/check", fields("version", "0")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCustomRoleWithAllRightsIsNoManager() {
        var role = companies.customRole(partner, "Nearly", Right.values());
        var nearly = visitor(companies.user(partner, role, partner.mainGroup()));
        assertThat(nearly.get("/upgrade").statusCode()).isEqualTo(403);
    }

    @Test
    void theCloudKnowsBetterAndAsksAgain() {
        companies.customer(partner);
        var page = stopped(next(browser, "check", "partner", "no"));
        assertThat(page.select("[role=alert]").text()).contains("one end customer");
        assertThat(page.select("input[name=partnerAsked]").val()).isEqualTo("no");
        goesTo(next(browser, "check", "partner", "no", "partnerAsked", "no"), "/upgrade/welcome");
        assertThat(browser.page("/upgrade/welcome").select("nav ol.steps-vertical li"))
                .hasSize(7);
    }

    @Test
    void aPartnerWithoutCustomersIsAskedAgainToo() {
        stopped(next(browser, "check", "partner", "yes"));
        goesTo(next(browser, "check", "partner", "yes", "partnerAsked", "yes"), "/upgrade/welcome");
        assertThat(browser.page("/upgrade/welcome").select("nav ol.steps-vertical li"))
                .hasSize(12);
    }

    @Test
    void welcomeGoesOnOnlyWhenUnderstood() {
        companies.customer(partner);
        goesTo(next(browser, "check", "partner", "yes"), "/upgrade/welcome");
        var page = stopped(next(browser, "welcome"));
        assertThat(page.select("#stop-understood").text()).contains("I understand");
        goesTo(next(browser, "welcome", "understood", "yes"), "/upgrade/set-up");
    }

    @Test
    void savesWhatWasTypedAndGoesOnThereLaterForAnyManager() {
        companies.customer(partner);
        next(browser, "check", "partner", "yes");
        var left = press(browser, "welcome", "save", "understood", "yes");
        goesTo(left, "/");
        var colleague = visitor(companies.manager(partner));
        goesTo(colleague.get("/upgrade"), "/upgrade/welcome");
        assertThat(colleague
                        .page("/upgrade/welcome")
                        .select("input[name=understood]")
                        .hasAttr("checked"))
                .isTrue();
    }

    @Test
    void aSecondPressDoesNotRunAStepTwice() {
        companies.customer(partner);
        next(browser, "check", "partner", "yes");
        next(browser, "welcome", "understood", "yes");
        var version = browser.page("/upgrade/set-up")
                .select("#step input[name=version]")
                .val();
        int orders = engine.stageOne.size();
        goesTo(browser.post("/upgrade/set-up", fields("version", version)), "/upgrade/verify-access");
        goesTo(browser.post("/upgrade/set-up", fields("version", version)), "/upgrade/verify-access");
        assertThat(engine.stageOne).hasSize(orders + 1);
        assertThat(browser.page("/upgrade/verify-access")
                        .select("[role=status]")
                        .text())
                .contains("moved on meanwhile");
    }

    @Test
    void stepsAheadLeadToTheCurrentOneAndDoneStepsAreShown() {
        companies.customer(partner);
        next(browser, "check", "partner", "yes");
        goesTo(browser.get("/upgrade/summary"), "/upgrade/welcome");
        var done = browser.page("/upgrade/check");
        assertThat(done.select("fieldset.wizard-fields").hasAttr("disabled")).isTrue();
        assertThat(browser.get("/upgrade/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void setUpOrdersStageOneForTheCompanyItself() {
        companies.customer(partner);
        walkToVerifyAccess("yes");
        assertThat(engine.stageOne.getLast())
                .isEqualTo(new FakeEngine.StageOne(partner.id(), List.of(partner.id()), SetUpOptions.DEFAULT));
        assertThat(migrations.state(partner.id(), partner.id())).hasValue(MigrationState.STAGE_ONE_IN_PROGRESS);
    }

    @Test
    void aRoleThatGivesMoreMustBeAccepted() {
        companies.customer(partner);
        var role = companies.customRole(partner, "Reader", Right.READ_REPORTS, Right.READ_AUDIT);
        companies.user(partner, role, partner.mainGroup());
        next(browser, "check", "partner", "yes");
        next(browser, "welcome", "understood", "yes");
        var page = browser.page("/upgrade/set-up");
        assertThat(page.select("table").text()).contains("Reader", "Erase and send reports", "New", "Lost");
        stopped(next(browser, "set-up", "customRoles", "yes"));
        goesTo(next(browser, "set-up", "customRoles", "yes", "rolesAccepted", "yes"), "/upgrade/verify-access");
        assertThat(engine.stageOne.getLast().options().customRoles()).isTrue();
    }

    @Test
    void verifyAccessAsksThePortalWhetherSomebodyReallySignedIn() {
        companies.customer(partner);
        walkToVerifyAccess("yes");
        portal.people.put(partner.id().value(), List.of(FakePortal.person(manager.id(), "Jane Roe", "MANAGER", false)));
        stopped(next(browser, "verify-access"));
        var page = stopped(next(browser, "verify-access", "accountCreated", "yes"));
        assertThat(page.select("#stop-accountCreated").text()).contains("Jane Roe");
        portal.silent = true;
        stopped(next(browser, "verify-access", "accountCreated", "yes"));
        portal.silent = false;
        standsAtThePortal(partner, manager);
        goesTo(next(browser, "verify-access", "accountCreated", "yes"), "/upgrade/api");
    }

    @Test
    void theSettingsFileHoldsANewCodeAndNeverAPassword() {
        companies.customer(partner);
        walkToVerifyAccess("yes");
        assertThat(browser.post("/upgrade/verify-access/settings", fields()).statusCode())
                .isEqualTo(404);
        standsAtThePortal(partner, manager);
        var page = browser.page("/upgrade/verify-access");
        assertThat(page.select("[data-copy=https://portal.example/v1/client]")).hasSize(1);
        var first = browser.post("/upgrade/verify-access/settings", fields());
        var second = browser.post("/upgrade/verify-access/settings", fields());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("content-disposition").orElse("")).contains("client-settings.json");
        assertThat(first.body())
                .contains("\"environment\" : \"portal\"", "enrolmentCode")
                .isNotEqualTo(second.body());
        assertThat(first.body()).doesNotContainIgnoringCase("password");
    }

    @Test
    void apiListsCallsReallyMadeBesideTheirReplacement() {
        companies.customer(partner);
        walkToVerifyAccess("yes");
        standsAtThePortal(partner, manager);
        next(browser, "verify-access", "accountCreated", "yes");
        var calm = browser.page("/upgrade/api");
        assertThat(calm.select(".empty").text()).contains("has not used the API");
        calls(3);
        var page = browser.page("/upgrade/api");
        assertThat(page.select(".alert-warning").text())
                .contains("API endpoints in Management Portal are not backwards compatible!");
        assertThat(page.select("tbody tr").text())
                .contains("/rest-service/report/export/xml", "POST /v1/report/export", manager.name(), "3");
        assertThat(page.select("a[href=https://portal.example/support]")).hasSize(1);
        assertThat(page.select("a:contains(Management Portal - API)")).isNotEmpty();
    }

    private void calls(int times) {
        tenancy.run(partner.id(), () -> {
            for (int i = 0; i < times; i++)
                jdbc.sql("""
                        insert into api_call (company_id, call_id, at, user_id, method, endpoint, status)
                        values (:company, gen_random_uuid(), now(), :user, 'POST', '/rest-service/report/export/xml', 200)
                        """)
                        .param("company", partner.id().value())
                        .param("user", manager.id())
                        .update();
        });
    }

    @Test
    void saysTheFixedLabelsInGerman() {
        companies.customer(partner);
        browser.cookie("portolan_language", "de");
        var check = browser.page("/upgrade/check");
        assertThat(check.select("h1").text())
                .isEqualTo("Blancco Management Portal Upgrade Wizard Channel Partner/Distributor Check");
        assertThat(check.select("button:contains(Speichern und später fortfahren)"))
                .hasSize(1);
        next(browser, "check", "partner", "yes");
        var welcome = browser.page("/upgrade/welcome");
        assertThat(welcome.select("h1").text()).isEqualTo("Welcome to Blancco Management Portal (BMP) Upgrade Wizard");
        assertThat(welcome.select("label:contains(Ich verstehe)")).hasSize(1);
        next(browser, "welcome", "understood", "yes");
        assertThat(browser.page("/upgrade/set-up").select("h1").text())
                .isEqualTo("Blancco Management Portal-Konto einrichten");
        next(browser, "set-up");
        var verify = browser.page("/upgrade/verify-access");
        assertThat(verify.select("label").text()).contains("Mein Konto wurde erstellt und ich kann mich anmelden");
        standsAtThePortal(partner, manager);
        next(browser, "verify-access", "accountCreated", "yes");
        assertThat(Jsoup.parse(browser.get("/upgrade/api").body()).text())
                .contains("API-Endpunkte im Management Portal sind nicht abwärtskompatibel!");
    }
}
