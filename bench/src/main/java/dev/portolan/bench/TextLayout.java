package dev.portolan.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a team builds that does not think of moving: the same columns and indexes as ours, but each report as raw XML in a
 * text column with PostgreSQL's defaults.
 */
final class TextLayout {
    static final String REPORT_COLUMNS = """
            company_id, report_id, document_id, received_at, kind, product, product_version, state, standard, serial,
            imei, asset_tag, manufacturer, model, erased_at, erasure_person, fields, failure, signature_state, cover,
            digest, size, xml, received_entry""";

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
    private static final String SERIAL = "insert into report_serial values (?, ?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;

    TextLayout(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(TABLES);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    void insert(UUID company, List<Report> reports) {
        jdbc.batchUpdate(
                INSERT, reports.stream().map(report -> row(company, report)).toList());
        var serials = new ArrayList<Object[]>();
        for (var report : reports)
            for (var serial : report.serials()) serials.add(new Object[] {company, serial, report.number()});
        jdbc.batchUpdate(SERIAL, serials);
    }

    void clear() {
        jdbc.execute("truncate report, report_serial");
    }

    private static @Nullable Object[] row(UUID company, Report report) {
        return new @Nullable Object[] {
            company,
            report.number(),
            report.document(),
            stamp(report.receivedAt()),
            report.kind(),
            report.product(),
            report.productVersion(),
            report.state(),
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
            report.original().length,
            new String(report.original(), StandardCharsets.UTF_8),
            new String(report.entry(), StandardCharsets.UTF_8)
        };
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
