package dev.portolan.cloud.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.contract.TenantAccess.Person;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Steps 6 to 12 over real HTTP. */
class CustomersTest extends WizardTest {

    private TestCompany customer() {
        var customer = companies.customer(partner);
        companies.manager(customer);
        return customer;
    }

    private void reaches(TestCompany customer, MigrationState state) {
        eventually(() -> migrations
                .state(partner.id(), customer.id())
                .filter(state::equals)
                .isPresent());
    }

    private void stageOneDone(TestCompany customer, Person... people) {
        migrations.happened(partner.id(), customer.id(), MigrationEvent.STAGE_ONE_DONE, null, null);
        portal.people.put(customer.id().value(), List.of(people));
    }

    @Test
    void validationStartsByItselfAndFillsTheStatusDescription() {
        var good = customer();
        var nobody = companies.customer(partner);
        walkPastApi("yes");
        reaches(good, MigrationState.STAGE_ONE_PENDING);
        reaches(nobody, MigrationState.NOT_ELIGIBLE);
        var page = browser.page("/upgrade/manage-customers");
        assertThat(page.select("h1").text()).isEqualTo("Manage customers");
        assertThat(row(page, good).text()).contains("Not started", "Stage one pending");
        assertThat(row(page, nobody).text()).contains("Not eligible", "No manager with a deliverable");
        var detail = browser.page("/upgrade/customers/" + nobody.id());
        assertThat(detail.select(".list-group-item").text())
                .contains("Stops", "the customer", "Give one user the role Manager");
        companies.manager(nobody);
        goesTo(
                browser.post("/upgrade/customers/" + nobody.id() + "/validations", fields()),
                nobody.id().toString());
        reaches(nobody, MigrationState.STAGE_ONE_PENDING);
    }

    @Test
    void changedRowsComeAloneWithTheTotals() {
        var customer = customer();
        walkPastApi("yes");
        reaches(customer, MigrationState.STAGE_ONE_PENDING);
        var seen = row(browser.page("/upgrade/manage-customers"), customer)
                .select("[name=seen]")
                .val();
        var same = browser.post("/upgrade/customers/changes", fields("seen", seen));
        assertThat(same.body()).doesNotContain("<tr").contains("hx-swap-oob");
        invite(customer);
        var changed = browser.post("/upgrade/customers/changes", fields("seen", seen));
        assertThat(changed.body()).contains("customer-" + customer.id(), "Stage one in progress");
        assertThat(browser.post("/upgrade/customers/changes", fields("seen", "nonsense"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSilentPortalDelaysValidationAndIsSaid() {
        walkToVerifyAccess("yes");
        var customer = customer();
        standsAtThePortal(partner, manager);
        next(browser, "verify-access", "accountCreated", "yes");
        portal.silent = true;
        next(browser, "api");
        eventually(() ->
                row(browser.page("/upgrade/manage-customers"), customer).text().contains("does not answer"));
        portal.silent = false;
        reaches(customer, MigrationState.STAGE_ONE_PENDING);
    }

    @Test
    void invitesThoseThatFitAndSaysWhyOthersAreLeftOut() {
        var good = customer();
        var bad = companies.customer(partner);
        walkPastApi("yes");
        reaches(good, MigrationState.STAGE_ONE_PENDING);
        reaches(bad, MigrationState.NOT_ELIGIBLE);
        var asked = browser.post("/upgrade/customers/confirmation", fields("act", "INVITE", "all", "yes"));
        var page = Jsoup.parse(asked.body());
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(page.select("main").text()).contains("One customer is created", "1: not eligible");
        assertThat(page.select("button:contains(Invite one customer)")).hasSize(1);
        var ids = page.select("input[name=customers]").val();
        goesTo(browser.post("/upgrade/invitations", fields("customers", ids)), "/upgrade/manage-customers");
        assertThat(engine.stageOne.getLast().subjects()).containsExactly(good.id());
        assertThat(browser.page("/upgrade/manage-customers")
                        .select("[role=status]")
                        .text())
                .contains("One customer is being invited");
    }

    @Test
    void twoManagersInvitingAtOnceOrderOnce() throws Exception {
        var one = customer();
        walkPastApi("yes");
        reaches(one, MigrationState.STAGE_ONE_PENDING);
        int before = engine.stageOne.size();
        var others = new ArrayList<dev.portolan.cloud.testing.Visitor>();
        for (int i = 0; i < 4; i++) {
            var visitor = visitor(companies.manager(partner));
            visitor.token();
            others.add(visitor);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = others.stream()
                    .map(visitor -> (Callable<Integer>) () -> visitor.post(
                                    "/upgrade/invitations",
                                    fields("customers", one.id().toString()))
                            .statusCode())
                    .toList();
            for (var done : threads.invokeAll(tries)) assertThat(done.get()).isEqualTo(303);
        }
        assertThat(engine.stageOne).hasSize(before + 1);
    }

    @Test
    void aTransferWithoutASignedInManagerAsksFirstAndSaysTheThreeThings() {
        var customer = customer();
        walkPastApi("yes");
        reaches(customer, MigrationState.STAGE_ONE_PENDING);
        invite(customer);
        stageOneDone(customer, FakePortal.person(UUID.randomUUID(), "Ann Manager", "MANAGER", false));
        var asked = Jsoup.parse(browser.post(
                        "/upgrade/customers/confirmation",
                        fields("act", "TRANSFER", "customer", customer.id().toString()))
                .body());
        assertThat(asked.select("main").text())
                .contains("becomes read-only and consumes no license any more")
                .contains("new endpoint and user credentials")
                .contains("API integrations must be changed")
                .contains("No manager of this customer");
        var refused = browser.post(
                "/upgrade/transfers", fields("customers", customer.id().toString()));
        assertThat(refused.statusCode()).isEqualTo(422);
        goesTo(
                browser.post(
                        "/upgrade/transfers", fields("customers", customer.id().toString(), "withoutManager", "yes")),
                "/upgrade/manage-customers");
        assertThat(engine.stageTwo.getLast())
                .isEqualTo(new FakeEngine.StageTwo(partner.id(), List.of(customer.id()), ReportScope.TWELVE_MONTHS));
        assertThat(migrations.state(partner.id(), customer.id())).hasValue(MigrationState.STAGE_TWO_PENDING);
    }

    @Test
    void showsProgressInTheRowAndWhoHasSignedUp() {
        var customer = customer();
        walkPastApi("yes");
        reaches(customer, MigrationState.STAGE_ONE_PENDING);
        invite(customer);
        stageOneDone(customer, FakePortal.person(UUID.randomUUID(), "Ann Manager", "MANAGER", true));
        eventually(() ->
                row(browser.page("/upgrade/manage-customers"), customer).text().contains("1 / 1"));
        browser.post("/upgrade/transfers", fields("customers", customer.id().toString()));
        migrations.happened(partner.id(), customer.id(), MigrationEvent.TRANSFER_STARTED, null, null);
        engine.progress.put(customer.id(), new Progress(Progress.Phase.COPYING, 250, 1000, 1_000_000, 80, 30L, null));
        var row = row(browser.page("/upgrade/manage-customers"), customer);
        assertThat(row.text())
                .contains("Stage two in progress", "250 of 1,000 reports", "80 per second", "30 seconds left");
        assertThat(row.select("[role=progressbar]").attr("aria-valuenow")).isEqualTo("25");
        assertThat(browser.get("/upgrade/customers/" + customer.id()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPendingTransferCanBeCancelledUntilItBegins() {
        var customer = customer();
        walkPastApi("yes");
        reaches(customer, MigrationState.STAGE_ONE_PENDING);
        invite(customer);
        stageOneDone(customer, FakePortal.person(UUID.randomUUID(), "Ann Manager", "MANAGER", true));
        browser.post("/upgrade/transfers", fields("customers", customer.id().toString(), "withoutManager", "yes"));
        browser.post("/upgrade/customers/" + customer.id() + "/cancellation", fields());
        assertThat(migrations.state(partner.id(), customer.id())).hasValue(MigrationState.STAGE_ONE_COMPLETED);
        assertThat(browser.page("/upgrade/customers/" + customer.id())
                        .select("[role=status]")
                        .text())
                .contains("was cancelled");
    }

    @Test
    void theDoorClosesWithTheOwnTransferAndStartedCustomersAreStillFinished() {
        var started = customer();
        var late = customer();
        walkPastApi("yes");
        reaches(started, MigrationState.STAGE_ONE_PENDING);
        reaches(late, MigrationState.STAGE_ONE_PENDING);
        invite(started);
        stageOneDone(started, FakePortal.person(UUID.randomUUID(), "Ann Manager", "MANAGER", true));
        goesTo(next(browser, "manage-customers"), "/upgrade/initiate");
        var initiate = browser.page("/upgrade/initiate");
        assertThat(initiate.select("h1").text()).isEqualTo("Initiate my data transfer");
        assertThat(initiate.select("main").text()).contains(late.name(), "none of them can be started any more");
        goesTo(press(browser, "initiate", "back"), "/upgrade/manage-customers");
        next(browser, "manage-customers");
        goesTo(next(browser, "initiate"), "/upgrade/transfer-data");
        goesTo(press(browser, "transfer-data", "back"), "/upgrade/initiate");
        next(browser, "initiate");
        stopped(next(browser, "transfer-data", "transferUnderstood", "yes"));
        stopped(next(browser, "transfer-data", "scope", "SIX_MONTHS"));
        goesTo(next(browser, "transfer-data", "scope", "SIX_MONTHS", "transferUnderstood", "yes"), "/upgrade/summary");
        assertThat(engine.stageTwo.getLast())
                .isEqualTo(new FakeEngine.StageTwo(partner.id(), List.of(partner.id()), ReportScope.SIX_MONTHS));
        var refused = browser.post(
                "/upgrade/invitations", fields("customers", late.id().toString()));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(migrations.state(partner.id(), late.id())).hasValue(MigrationState.STAGE_ONE_PENDING);
        goesTo(
                browser.post(
                        "/upgrade/transfers", fields("customers", started.id().toString(), "withoutManager", "yes")),
                "/upgrade/manage-customers");
        summary(started, late);
    }

    private void summary(TestCompany started, TestCompany late) {
        var page = browser.page("/upgrade/summary");
        assertThat(page.select("h1").text()).isEqualTo("Summary");
        assertThat(page.select("tbody").text())
                .contains(partner.name(), started.name(), late.name(), "Stage two pending");
        var file = browser.get("/upgrade/summary/download");
        assertThat(file.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(file.body())
                .contains(started.name(), "\"Stage two pending\"")
                .contains("\r\n");
    }

    @Test
    void aForeignCustomerIsNotThere() {
        customer();
        walkPastApi("yes");
        var foreign = companies.customer(companies.partner(companies.vendor()));
        for (var path : List.of("", "/validations", "/retry", "/cancellation", "/invitations")) {
            var url = "/upgrade/customers/" + foreign.id() + path;
            var answer = path.isEmpty() ? browser.get(url) : browser.post(url, fields());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
        int before = engine.stageOne.size();
        assertThat(browser.post(
                                "/upgrade/invitations",
                                fields("customers", foreign.id().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(engine.stageOne).hasSize(before);
    }

    @Test
    void filtersSortsAndSearches() {
        var good = customer();
        var bad = companies.customer(partner);
        walkPastApi("yes");
        reaches(good, MigrationState.STAGE_ONE_PENDING);
        reaches(bad, MigrationState.NOT_ELIGIBLE);
        assertThat(names("?state=NOT_ELIGIBLE")).containsExactly(bad.name());
        assertThat(names("?q=" + good.name().replace(" ", "%20").toUpperCase())).containsExactly(good.name());
        assertThat(names("?q=%25")).isEmpty();
        assertThat(names("?status=COMPLETED")).isEmpty();
        var up = names("?sort=name");
        var down = new ArrayList<>(names("?sort=-name"));
        Collections.reverse(down);
        assertThat(up).hasSize(2).isEqualTo(down);
        for (var column : List.of("users", "licences", "-reports", "clients", "status", "-changed", "nonsense"))
            assertThat(names("?sort=" + column)).hasSize(2);
    }

    private List<String> names(String query) {
        return browser.page("/upgrade/manage-customers" + query)
                .select("tbody td:nth-child(2) > a")
                .eachText();
    }

    @Test
    void theDirectPathHasNoCustomersStep() {
        walkToVerifyAccess("no");
        standsAtThePortal(partner, manager);
        goesTo(next(browser, "verify-access", "accountCreated", "yes"), "/upgrade/api");
        goesTo(next(browser, "api"), "/upgrade/transfer-data");
        goesTo(browser.get("/upgrade/manage-customers"), "/upgrade/transfer-data");
        goesTo(next(browser, "transfer-data", "scope", "NONE", "transferUnderstood", "yes"), "/upgrade/summary");
        assertThat(browser.page("/upgrade/summary").select("tbody tr")).hasSize(1);
    }

    @Test
    void saysTheFixedLabelsInGerman() {
        var customer = customer();
        walkPastApi("yes");
        reaches(customer, MigrationState.STAGE_ONE_PENDING);
        browser.cookie("portolan_language", "de");
        var page = browser.page("/upgrade/manage-customers");
        assertThat(page.select("h1").text()).isEqualTo("Kunden verwalten");
        assertThat(page.text())
                .contains("Statusbeschreibung", "Nicht gestartet", "Phase eins ausstehend")
                .contains("Einladung senden", "Kunde übertragen");
        next(browser, "manage-customers");
        assertThat(browser.page("/upgrade/initiate").select("h1").text()).isEqualTo("Meine Datenübertragung einleiten");
        next(browser, "initiate");
        assertThat(browser.page("/upgrade/transfer-data").select("h1").text()).isEqualTo("Daten übertragen");
        next(browser, "transfer-data", "scope", "NONE", "transferUnderstood", "yes");
        assertThat(browser.page("/upgrade/summary").select("h1").text()).isEqualTo("Zusammenfassung");
    }

    private void invite(TestCompany customer) {
        goesTo(
                browser.post(
                        "/upgrade/invitations",
                        fields("customers", customer.id().toString())),
                "/upgrade/manage-customers");
    }

    private static org.jsoup.select.Elements row(Document page, TestCompany customer) {
        return row(page, customer.id());
    }

    private static org.jsoup.select.Elements row(Document page, CompanyId customer) {
        var row = page.select("#customer-" + customer);
        assertThat(row).hasSize(1);
        return row;
    }
}
