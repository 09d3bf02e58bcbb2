package dev.portolan.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.portal.api.ApiKeys;
import dev.portolan.portal.client.EnrolmentCodes;
import dev.portolan.portal.testing.Browser;
import dev.portolan.portal.testing.Person;
import dev.portolan.portal.testing.PortalTest;
import dev.portolan.portal.testing.Program;
import dev.portolan.portal.testing.TestReports;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a transfer has brought is nowhere to be seen until the transfer's outcome says so. */
class HiddenReportTest extends PortalTest {
    @Autowired
    Reports reports;

    @Autowired
    ReportFigures figures;

    @Autowired
    ApiKeys keys;

    @Autowired
    EnrolmentCodes codes;

    CompanyId tenant;
    Person manager;
    UUID hidden;
    UUID transfer;
    byte[] bytes;

    @BeforeEach
    void aReportThatATransferBrought() {
        tenant = world.customer("Hidden AG");
        manager = world.manager(tenant);
        hidden = UUID.randomUUID();
        transfer = Ids.next();
        bytes = TestReports.report(hidden);
        reports.receive(tenant, manager.id(), TestReports.report(UUID.randomUUID()), null);
        reports.receive(tenant, manager.id(), bytes, null);
        tenancy.run(tenant, () -> {
            // Marking the row hides it from the role that does so; hence the transfer is opened first.
            jdbc.sql("set local app.transfer to '" + transfer + "'").update();
            for (var table : new String[] {"report_serial", "report"})
                jdbc.sql("""
                        update %s set transfer_id = :transfer
                        where tenant_id = :tenant and report_id in (
                            select report_id from report where tenant_id = :tenant and document_id = :document)
                        """.formatted(table))
                        .param("transfer", transfer)
                        .param("tenant", tenant.value())
                        .param("document", hidden)
                        .update();
        });
    }

    private void outcome(String outcome, int epoch) {
        tenancy.run(
                tenant,
                () -> jdbc.sql("""
                        insert into transfer_outcome (tenant_id, transfer_id, epoch, outcome, at)
                        values (:tenant, :transfer, :epoch, :outcome, now())
                        """)
                        .param("tenant", tenant.value())
                        .param("transfer", transfer)
                        .param("epoch", epoch)
                        .param("outcome", outcome)
                        .update());
    }

    private String serial() {
        return dev.portolan.report.ReportIndex.of(dev.portolan.report.ReportDocument.parse(bytes))
                .serial();
    }

    private void assertSeen(boolean seen) {
        var browser = browser().signIn(manager);
        assertThat(browser.get("/").body().contains(hidden.toString()))
                .as("dashboard")
                .isEqualTo(seen);
        assertThat(found(browser, "/reports")).as("list").isEqualTo(seen);
        assertThat(found(browser, "/reports?q=" + serial())).as("search").isEqualTo(seen);
        assertThat(found(browser, "/reports?q=" + hidden)).as("search by id").isEqualTo(seen);
        assertThat(browser.get("/reports/" + hidden).status() == 200).as("page").isEqualTo(seen);
        assertThat(browser.get("/reports/" + hidden + "/original.xml").status() == 200)
                .as("XML")
                .isEqualTo(seen);
        assertThat(browser.get("/reports/" + hidden + "/certificate.pdf").status() == 200)
                .as("PDF")
                .isEqualTo(seen);
        assertThat(figures.count(tenant)).as("count").isEqualTo(seen ? 2 : 1);
        assertThat(figures.byDay(tenant, 30, ZoneId.of("UTC")).stream()
                        .mapToInt(ReportFigures.Day::all)
                        .sum())
                .as("chart")
                .isEqualTo(seen ? 2 : 1);
        var program = new Program(port, Map.of("X-BLANCCO-API-KEY", keys.make(tenant, manager.id(), "key")));
        assertThat(program.get("/v1/report/export/" + hidden).status() == 200)
                .as("API")
                .isEqualTo(seen);
    }

    private static boolean found(Browser browser, String path) {
        return !browser.get(path).page().select("a[href$=" + "/reports/" + "]").isEmpty()
                || browser.get(path).page().select("tbody a").size() > (path.equals("/reports") ? 1 : 0);
    }

    @Test
    void itIsHiddenBeforeTheOutcomeAndAfterAnAbortedOne() {
        assertSeen(false);
        outcome("ABORTED", 1);
        assertSeen(false);
    }

    @Test
    void itIsThereOnceTheTransferIsActivated() {
        outcome("ACTIVATED", 1);
        assertSeen(true);
    }

    @Test
    void aClientThatSendsTheHiddenReportIsAskedToComeAgain() {
        var enrolled = new Program(port, Map.of()).json("POST", "/v1/client/enrolments", """
                {"user":"%s","code":"%s","client":{"id":"%s","name":"simulator","version":"1.0"}}
                """.formatted(
                        manager.email(), codes.make(tenant, manager.id()), Ids.next()));
        var client = new Program(
                port, Map.of("Authorization", "Bearer " + JsonPath.<String>read(enrolled.body(), "$.token")));
        var answer = client.send("POST", "/v1/client/reports", "application/xml", bytes);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(JsonPath.<String>read(answer.body(), "$.code")).isEqualTo("transfer_running");

        outcome("ACTIVATED", 1);
        assertThat(client.send("POST", "/v1/client/reports", "application/xml", bytes)
                        .status())
                .isEqualTo(200);
    }
}
