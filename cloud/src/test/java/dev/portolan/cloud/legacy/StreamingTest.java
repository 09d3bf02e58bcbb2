package dev.portolan.cloud.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.portolan.cloud.report.ReportArchive;
import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestUser;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A long answer costs memory for a page of it, and nothing at all of the database while nobody reads on. */
class StreamingTest extends CloudTest {
    private static final int REPORTS = 6_000;

    @Autowired
    private ReportArchive archive;

    @Autowired
    private HikariDataSource pool;

    private TestUser user;

    @BeforeEach
    void manyReports() {
        user = companies.manager(companies.customer());
        companies.reports(user, REPORTS, 1);
    }

    @Test
    void holdsAPageAndNoConnectionWhileTheClientWaits() throws IOException, InterruptedException {
        long before = retained();
        var answer = export();
        try (var in = answer.body()) {
            var start = in.readNBytes(100_000);
            assertThat(new String(start, StandardCharsets.UTF_8)).contains("<root><report>");
            // What the sockets take is full by now or will be; the server waits with the rest of some 50 MB.
            // Background work takes a connection for moments only; an answer that held one would hold it all the time.
            eventually(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
            long held = retained() - before;
            assertThat(held).as("bytes held for %d reports", REPORTS).isLessThan(20_000_000);
            long reports = count(in) + new String(start, StandardCharsets.UTF_8).split("</report>", -1).length - 1;
            assertThat(reports).isBetween(REPORTS - 1L, REPORTS + 0L);
        }
    }

    /** Ends of reports, but for one that the first part cuts in two. */
    private static long count(InputStream in) throws IOException {
        long found = 0;
        var end = "</report>".getBytes(StandardCharsets.UTF_8);
        int at = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            at = b == end[at] ? at + 1 : b == end[0] ? 1 : 0;
            if (at == end.length) {
                found++;
                at = 0;
            }
        }
        return found;
    }

    private static long retained() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void saysThatASearchWouldReadTooManyDocuments() {
        var request = request("user_data.fields.Lot Number", "1");
        assertThatThrownBy(() -> new Found(archive, REPORTS - 1).by(user.company(), request))
                .isInstanceOf(BadExport.class)
                .hasMessageContaining("more than " + (REPORTS - 1) + " reports: narrow it by report.report_date");
        assertThat(new Found(archive, REPORTS).by(user.company(), request).hasNext())
                .isFalse();
        assertThat(new Found(archive, 10)
                        .by(user.company(), request("report.id", "0"))
                        .hasNext())
                .as("indexed, so without a limit")
                .isFalse();
        assertThat(new Found(archive, 10)
                        .by(user.company(), request("blancco_data.blancco_hardware_report.system.serial", "none"))
                        .hasNext())
                .as("narrowed by the index of serial numbers")
                .isFalse();
    }

    private static ExportRequest request(String path, String value) {
        return new ExportRequest(
                List.of(new Search(path, Operator.EQ, new Search.Text(value), true)),
                List.of(),
                CsvOptions.USUAL,
                PdfOptions.USUAL);
    }

    private HttpResponse<InputStream> export() throws IOException, InterruptedException {
        var credentials = Base64.getEncoder()
                .encodeToString((user.email() + ":" + user.password()).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        LegacyForm.of(visitor(), "<request><export-report/></request>")
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }
}
