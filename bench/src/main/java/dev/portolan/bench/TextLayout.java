package dev.portolan.bench;

import dev.portolan.demo.data.ReportRow;
import dev.portolan.report.ReportBody;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a team builds that does not think of moving: the same columns and indexes as ours, but each report as raw XML in a
 * text column with PostgreSQL's defaults.
 */
final class TextLayout {
    private static final String TABLES = """
            create table report (
                company_id      uuid not null,
                report_id       bigint not null,
                document_id     uuid not null,
                received_at     timestamptz not null,
                kind            text not null,
                product         text not null,
                product_version text not null,
                state           text not null,
                standard        text,
                serial          text,
                imei            text,
                asset_tag       text,
                manufacturer    text,
                model           text,
                erased_at       timestamptz,
                erasure_person  text,
                fields          jsonb not null,
                failure         text,
                signature_state text not null,
                cover           text not null,
                digest          bytea not null,
                size            int not null,
                xml             text not null,
                received_entry  text not null,
                primary key (company_id, report_id),
                unique (company_id, document_id)
            );
            create index on report (company_id, received_at);
            create table report_serial (
                company_id uuid not null,
                serial     text not null,
                report_id  bigint not null,
                primary key (company_id, serial, report_id)
            );
            """;
    private static final String INSERT = """
            insert into report values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?,
                                       'NOT_VERIFIABLE', 'RESERVATION', ?, ?, ?, ?)
            """;
    private static final String SERIAL = "insert into report_serial values (?, ?, ?)";

    private final JdbcTemplate jdbc;

    TextLayout(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(TABLES);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    void insert(List<ReportRow> reports) {
        jdbc.batchUpdate(INSERT, reports.stream().map(TextLayout::row).toList());
        jdbc.batchUpdate(
                SERIAL,
                reports.stream()
                        .flatMap(report -> Arrays.stream(report.serials())
                                .map(text -> new Object[] {report.companyId(), text, report.reportId()}))
                        .toList());
    }

    void clear() {
        jdbc.execute("truncate report, report_serial");
    }

    private static @Nullable Object[] row(ReportRow report) {
        return new @Nullable Object[] {
            report.companyId(),
            report.reportId(),
            report.documentId(),
            stamp(report.receivedAt()),
            report.kind().name(),
            report.product(),
            report.productVersion(),
            report.state().name(),
            report.standard(),
            report.serial(),
            report.imei(),
            report.assetTag(),
            report.manufacturer(),
            report.model(),
            stamp(report.erasedAt()),
            report.erasurePerson(),
            report.fields(),
            report.failure(),
            report.digest(),
            report.size(),
            new String(ReportBody.stored(report.body(), report.dictionary()).original(), StandardCharsets.UTF_8),
            new String(report.receivedEntry(), StandardCharsets.UTF_8)
        };
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
