package dev.portolan.portal.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReceivedEntry;
import dev.portolan.web.Refusal;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole reports. */
@Component
class StoredReports {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    StoredReports(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** @throws Refusal {@code not_found} where the tenant has no such report that can be seen */
    StoredReport get(CompanyId tenant, UUID documentId) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select document_id, received_at, cover, transfer_id, digest, size, dictionary, body, received_entry
                from report
                where tenant_id = :tenant and document_id = :document
                """)
                        .param("tenant", tenant.value())
                        .param("document", documentId)
                        .query((row, number) -> new StoredReport(
                                row.getObject("document_id", UUID.class),
                                row.getTimestamp("received_at").toInstant(),
                                row.getString("cover").equals("RESERVATION"),
                                row.getObject("transfer_id") != null,
                                Sha256.fromBytes(row.getBytes("digest")),
                                row.getInt("size"),
                                ReportBody.stored(row.getBytes("body"), row.getInt("dictionary")),
                                ReceivedEntry.of(row.getBytes("received_entry"))))
                        .optional()
                        .orElseThrow(Refusal::notFound));
    }
}
