package dev.portolan.cloud.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.Companies;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.cloud.testing.Visitor;
import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportPagesTest extends CloudTest {
    private TestCompany company;
    private TestUser manager;
    private ReportOrder laptop;
    private ReportOrder phone;
    private Visitor visitor;

    @BeforeEach
    void twoReports() {
        company = companies.customer();
        manager = companies.manager(company);
        laptop = order(DeviceKind.LAPTOP, ErasureState.ERASED, "INV-1");
        phone = order(DeviceKind.IPHONE, ErasureState.NOT_ERASED, "INV-2");
        companies.report(manager, laptop);
        companies.report(manager, phone);
        visitor = visitor(manager);
    }

    private static ReportOrder order(DeviceKind device, ErasureState outcome, String asset) {
        return ReportOrder.of(device, outcome, Instant.parse("2026-05-01T10:00:00Z"))
                .withId(UUID.randomUUID())
                .by("Provider", "Erika Eraser")
                .withFields(Map.of("Asset ID", asset));
    }

    @Test
    void listsByKindOutcomeAndSearch() {
        assertThat(rows("/reports")).isEqualTo(2);
        assertThat(rows("/reports?kind=MOBILE")).isEqualTo(1);
        assertThat(rows("/reports?kind=LUN")).isZero();
        assertThat(rows("/reports?state=NOT_ERASED")).isEqualTo(1);
        assertThat(rows("/reports?q=inv-1")).isEqualTo(1);
        assertThat(rows("/reports?q=inv-")).isEqualTo(2);
        assertThat(rows("/reports?q=%25")).isZero();
        assertThat(rows("/reports?from=2000-01-01&to=2000-12-31")).isZero();
        assertThat(rows("/reports?from=2000-01-01")).isEqualTo(2);
    }

    @Test
    void takesAnyAddressWithoutAFault() {
        for (var query : new String[] {
            "page=0",
            "page=-1",
            "page=999999999",
            "size=7",
            "sort=nonsense",
            "q=%00",
            "from=%2B999999999-12-31",
            "q=" + "x".repeat(3000)
        }) assertThat(visitor.get("/reports?" + query).statusCode()).as(query).isIn(200, 400);
        for (var query : new String[] {"kind=NONE", "page=x", "from=yesterday"})
            assertThat(visitor.get("/reports?" + query).statusCode()).as(query).isEqualTo(400);
    }

    @Test
    void filtersStandAsChipsThatCanBeDropped() {
        var chips = visitor.page("/reports?q=inv-1&state=ERASED").select("a.chip");
        assertThat(chips).hasSize(2);
        assertThat(chips.getFirst().attr("href")).contains("state=ERASED").doesNotContain("q=");
    }

    @Test
    void showsOneReportWithItsSignatureStateAndLog() {
        var page = visitor.page("/reports/" + phone.documentId());
        assertThat(page.select("h1").text()).isEqualTo("Not Erased");
        assertThat(page.text())
                .contains("Erika Eraser", "INV-2", "Not covered by any license", "Signature not verifiable");
        assertThat(page.select(".timeline-event")).hasSize(2);
        assertThat(page.select(".timeline-event").getLast().text()).contains("Blancco Cloud", "Signature verified");
    }

    @Test
    void handsOutTheBytesAsTheyCameAndWithTheEntryMergedIn() {
        var original = visitor.get("/reports/" + laptop.documentId() + "/original.xml");
        assertThat(original.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(Companies.bytes(laptop));
        var exported = visitor.get("/reports/" + laptop.documentId() + "/report.xml");
        assertThat(ReportDocument.parse(exported.body().getBytes(StandardCharsets.UTF_8))
                        .log())
                .hasSize(2);
        var pdf = visitor.get("/reports/" + laptop.documentId() + "/report.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
    }

    @Test
    void tenThousandReportsAreListedQuickly() {
        tenancy.run(
                company.id(),
                () -> jdbc.sql("""
                insert into report (company_id, document_id, received_at, kind, product, product_version, state,
                                    signature_state, cover, digest, size, body, received_entry, serial)
                select company_id, gen_random_uuid(), received_at - n * interval '1 minute', kind, product,
                       product_version, state, signature_state, cover, digest, size, body, received_entry, 'S' || n
                from report, generate_series(1, 10500) n
                where company_id = :company and document_id = :document
                """)
                        .param("company", company.id().value())
                        .param("document", laptop.documentId())
                        .update());
        var begin = System.nanoTime();
        var page = visitor.page("/reports?page=400&sort=-serial");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        assertThat(page.select("nav [role=status]").text()).contains("of more than 10,000");
        assertThat(page.select("tbody tr")).hasSize(25);
    }

    private int rows(String path) {
        return visitor.page(path).select("table.card-table tbody tr").size();
    }
}
