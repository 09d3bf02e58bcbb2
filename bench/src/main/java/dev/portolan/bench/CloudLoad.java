package dev.portolan.bench;

import dev.portolan.report.ReportBody;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads reports into the Cloud as they stand there after their arrival. */
final class CloudLoad {
    private static final String INSERT = """
            insert into report (company_id, report_id, document_id, received_at, kind, product, product_version, state,
                                standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person,
                                fields, failure, signature_state, cover, digest, size, dictionary, body, received_entry)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, 'NOT_VERIFIABLE', 'RESERVATION',
                    ?, ?, ?, ?, ?)
            """;
    private static final String SERIAL =
            "insert into report_serial (company_id, serial, report_id) values (?, ?, ?) on conflict do nothing";
    private static final String COPY_REPORTS = """
            insert into report (company_id, report_id, document_id, received_at, kind, product, product_version, state,
                                standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person,
                                fields, failure, signature_state, cover, digest, size, dictionary, body, received_entry)
            select ?, report_id + ?, document_id, received_at, kind, product, product_version, state,
                   standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person,
                   fields, failure, signature_state, cover, digest, size, dictionary, body, received_entry
            from report where company_id = ? and report_id < ?
            order by report_id
            """;
    private static final String COPY_SERIALS = """
            insert into report_serial (company_id, serial, report_id)
            select ?, serial, report_id + ? from report_serial where company_id = ? and report_id < ?
            """;

    private final JdbcTemplate cloud;

    CloudLoad(JdbcTemplate cloud) {
        this.cloud = cloud;
    }

    /** The first of so many report numbers in a row. */
    long numbers(int count) {
        var last =
                cloud.queryForObject("select setval('report_number', nextval('report_number') + ?)", Long.class, count);
        return (last == null ? 0 : last) - count;
    }

    void insert(UUID company, List<Report> reports) {
        cloud.batchUpdate(
                INSERT, reports.stream().map(report -> row(company, report)).toList());
        var serials = new ArrayList<Object[]>();
        for (var report : reports)
            for (var serial : report.serials()) serials.add(new Object[] {company, serial, report.number()});
        cloud.batchUpdate(SERIAL, serials);
    }

    /**
     * Gives a company the same reports as another has, under numbers of their own.
     *
     * @param count how many of them
     * @param first the number of the other's first report
     */
    void copy(Firm from, Firm to, int count, long first) {
        long offset = numbers(count) - first;
        cloud.update(COPY_REPORTS, to.id(), offset, from.id(), first + count);
        cloud.update(COPY_SERIALS, to.id(), offset, from.id(), first + count);
    }

    private static @Nullable Object[] row(UUID company, Report report) {
        var body = ReportBody.compressOnArrival(report.original());
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
            body.dictionary(),
            body.compressed(),
            report.entry()
        };
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
