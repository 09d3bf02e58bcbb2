package dev.portolan.bench;

import dev.portolan.demo.data.ReportRow;
import dev.portolan.demo.data.ReportStore;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Loads reports into the Cloud as they stand there after their arrival. */
final class CloudLoad {
    private static final String COPY_REPORTS = """
            insert into report (company_id, report_id, document_id, received_at, kind, product, product_version, state,
                                standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person,
                                fields, failure, signature_state, cover, digest, size, dictionary, body, received_entry,
                                serials)
            select ?, report_id + ?, document_id, received_at, kind, product, product_version, state,
                   standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person,
                   fields, failure, signature_state, cover, digest, size, dictionary, body, received_entry, serials
            from report where company_id = ? and report_id < ?
            order by report_id
            """;
    private static final String COPY_SERIALS = """
            insert into report_serial (company_id, serial, report_id)
            select ?, serial, report_id + ? from report_serial where company_id = ? and report_id < ?
            """;

    private final JdbcTemplate cloud;
    private final ReportStore reports;

    CloudLoad(JdbcTemplate cloud) {
        this.cloud = cloud;
        reports = new ReportStore(new NamedParameterJdbcTemplate(cloud));
    }

    /** The first of so many report numbers in a row. */
    long numbers(int count) {
        var last =
                cloud.queryForObject("select setval('report_number', nextval('report_number') + ?)", Long.class, count);
        return (last == null ? 0 : last) - count;
    }

    /**
     * Gives a company so many new reports.
     *
     * @return the number of the first
     */
    long fill(Firm firm, int count) {
        System.out.printf("Making %,d reports of 29 templates.%n", count);
        long first = numbers(count);
        new Evidence(firm.id(), count, first).chunks(this::insert);
        return first;
    }

    void insert(List<ReportRow> rows) {
        reports.insert(rows);
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
}
