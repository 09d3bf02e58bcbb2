package dev.portolan.cloud.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReceivedEntry;
import dev.portolan.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads single reports. */
@Component
class StoredReports {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    StoredReports(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** @throws Refusal {@code not_found} where the company has no report of this id */
    StoredReport get(CompanyId company, UUID documentId) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                select report_id, document_id, received_at, kind, state, cover, digest, size, dictionary, body,
                       received_entry
                from report
                where company_id = :company and document_id = :document
                """)
                        .param("company", company.value())
                        .param("document", documentId)
                        .query((row, number) -> read(row))
                        .optional()
                        .orElseThrow(Refusal::notFound));
    }

    static StoredReport read(ResultSet row) throws SQLException {
        return new StoredReport(
                row.getLong("report_id"),
                row.getObject("document_id", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                row.getString("kind"),
                row.getString("state"),
                row.getString("cover").equals("RESERVATION"),
                Sha256.fromBytes(row.getBytes("digest")),
                row.getInt("size"),
                ReportBody.stored(row.getBytes("body"), row.getInt("dictionary")),
                ReceivedEntry.of(row.getBytes("received_entry")));
    }
}
