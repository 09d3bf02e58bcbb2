package dev.portolan.portal.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Sha256;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes reports, each once. */
@Component
class ReceivedReports {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    /** Longer ones fit no index, and no device has them. */
    private static final int LONGEST_SERIAL = 200;

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
                                    signature_state, cover, digest, size, dictionary, body, received_entry)
                values (:tenant, :id, :document, :received, :kind, :product, :version, :state, :standard, :serial, :imei, :tag,
                        :manufacturer, :model, :erased, :person, :fields::jsonb, :failure, :signature, :cover, :digest,
                        :size, :dictionary, :body, :entry)
                """)
                .param("tenant", tenant.value())
                .param("id", reportId)
                .param("document", report.documentId())
                .param("received", Timestamp.from(report.receivedAt()))
                .param("kind", index.kind().name())
                .param("product", index.product())
                .param("version", index.productVersion())
                .param("state", index.state().name())
                .param("standard", first(index.standards()))
                .param("serial", index.serial())
                .param("imei", index.imei())
                .param("tag", index.assetTag())
                .param("manufacturer", index.manufacturer())
                .param("model", index.model())
                .param("erased", stamp(index.erasedAt()))
                .param("person", index.erasurePerson())
                .param("fields", json.writeValueAsString(index.customFields()))
                .param("failure", first(index.failureMessages()))
                .param("signature", report.signature().name())
                .param("cover", covered ? "RESERVATION" : "NONE")
                .param("digest", report.digest().bytes())
                .param("size", report.size())
                .param("dictionary", report.body().dictionary())
                .param("body", report.body().compressed())
                .param("entry", report.receivedEntry().bytes())
                .update();
        insertSerials(tenant, reportId, index);
    }

    /** What a person may type to find the report: serial numbers, IMEI and asset tag. */
    private void insertSerials(CompanyId tenant, UUID reportId, ReportIndex index) {
        var found = Stream.concat(index.serials().stream(), Stream.of(index.imei(), index.assetTag()))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_SERIAL)
                .distinct()
                .toArray(String[]::new);
        jdbc.sql("""
                insert into report_serial (tenant_id, serial, report_id)
                select distinct :tenant::uuid, lower(each), :report::uuid
                from unnest(:serials::text[]) as each
                """)
                .param("tenant", tenant.value())
                .param("report", reportId)
                .param("serials", found)
                .update();
    }

    private static @Nullable String first(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse(null);
    }

    /** A clock far off in a report must not keep it from being stored. */
    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null || at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : Timestamp.from(at);
    }
}
