package dev.portolan.cloud.report;

import dev.portolan.platform.CompanyId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds reports for the list. */
@Component
class ReportList {
    /** Nobody pages farther; a company with more narrows its search. */
    static final int MOST_COUNTED = 10_000;

    private static final String MATCHING = """
            from report r
            where r.company_id = :company
              and (:kind::text is null or r.kind = :kind)
              and (:state::text is null or r.state = :state)
              and (:since::timestamptz is null or r.received_at >= :since)
              and (:before::timestamptz is null or r.received_at < :before)
              and (:sought::text is null
                   or r.report_id in (select s.report_id from report_serial s
                                      where s.company_id = :company and starts_with(s.serial, lower(:sought))))
            """;

    private final JdbcClient jdbc;

    ReportList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReportRow> rows(CompanyId company, ReportSearch search, ZoneId zone, int skip, int size) {
        return matching("""
                select r.report_id, r.document_id, r.received_at, r.kind, r.product, r.state, r.serial, r.imei,
                       r.asset_tag, r.manufacturer, r.model, r.erased_at
                %s
                order by %s
                limit :size offset :skip
                """.formatted(MATCHING, search.order().sql()), company, search, zone)
                .param("size", size)
                .param("skip", skip)
                .query(ReportRow.class)
                .list();
    }

    /** How many match, at most one more than {@link #MOST_COUNTED}. */
    int count(CompanyId company, ReportSearch search, ZoneId zone) {
        return matching(
                        "select count(*) from (select 1 %s limit :most) as found".formatted(MATCHING),
                        company,
                        search,
                        zone)
                .param("most", MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(String sql, CompanyId company, ReportSearch search, ZoneId zone) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("state", search.state() == null ? null : search.state().name())
                .param("since", stamp(search.since(zone)))
                .param("before", stamp(search.before(zone)))
                .param("sought", search.q());
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
