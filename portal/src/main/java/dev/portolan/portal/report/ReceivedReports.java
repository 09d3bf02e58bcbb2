package dev.portolan.portal.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.report.Sha256;
import dev.portolan.report.arrival.ArrivedReport;
import dev.portolan.report.arrival.Receipt;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes reports, each once. */
@Component
class ReceivedReports {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReceivedReports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Receipt> receipt(CompanyId tenant, UUID documentId) {
        return jdbc.sql("""
                select document_id, digest, received_at
                from report
                where tenant_id = :tenant and document_id = :document
                """)
                .param("tenant", tenant.value())
                .param("document", documentId)
                .query((row, number) -> new Receipt(
                        row.getObject("document_id", UUID.class),
                        Sha256.fromBytes(row.getBytes("digest")),
                        row.getTimestamp("received_at").toInstant(),
                        false))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where another request stored this document id meanwhile */
    void insert(CompanyId tenant, ArrivedReport report, boolean covered) {
        var index = report.index();
        var reportId = Ids.at(report.receivedAt());
        jdbc.sql("""
                insert into report (tenant_id, report_id, document_id, received_at, kind, product, product_version, state,
                                    standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person, fields, failure,
                                    signature_state, cover, digest, size, dictionary, body, received_entry, serials)
                values (:tenant, :id, :document, :received, :kind, :product, :version, :state, :standard, :serial, :imei, :tag,
                        :manufacturer, :model, :erased, :person, :fields::jsonb, :failure, :signature, :cover, :digest,
                        :size, :dictionary, :body, :entry,
                        array(select distinct lower(each) collate "C" from unnest(:serials::text[]) each order by 1))
                """)
                .param("tenant", tenant.value())
                .param("id", reportId)
                .param("document", report.documentId())
                .param("received", Timestamp.from(report.receivedAt()))
                .param("kind", index.kind().name())
                .param("product", index.product())
                .param("version", index.productVersion())
                .param("state", index.state().name())
                .param("standard", report.standard())
                .param("serial", index.serial())
                .param("imei", index.imei())
                .param("tag", index.assetTag())
                .param("manufacturer", index.manufacturer())
                .param("model", index.model())
                .param("erased", stamp(report.erasedAt()))
                .param("person", index.erasurePerson())
                .param("fields", json.writeValueAsString(index.customFields()))
                .param("failure", report.failure())
                .param("signature", report.signature().name())
                .param("cover", covered ? "RESERVATION" : "NONE")
                .param("digest", report.digest().bytes())
                .param("size", report.size())
                .param("dictionary", report.body().dictionary())
                .param("body", report.body().compressed())
                .param("entry", report.receivedEntry().bytes())
                .param("serials", report.sought().toArray(String[]::new))
                .update();
        insertSerials(tenant, reportId);
    }

    private void insertSerials(CompanyId tenant, UUID reportId) {
        jdbc.sql("""
                insert into report_serial (tenant_id, serial, report_id)
                select tenant_id, unnest(serials), report_id from report
                where tenant_id = :tenant and report_id = :report
                """).param("tenant", tenant.value()).param("report", reportId).update();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
