package dev.portolan.portal.report;

import dev.portolan.platform.CompanyId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds reports; every call runs bound to the tenant. */
@Component
class ReportLists {
    /** More are not counted: no reader pages that far, and counting would cost. */
    static final int COUNTED = 10_000;

    private final JdbcClient jdbc;

    ReportLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many match, at most one more than {@link #COUNTED}. */
    int count(CompanyId tenant, ReportSearch search, ZoneId zone) {
        return bind(jdbc.sql("""
                select count(*)
                from (
                    select 1
                    from report r
                    where r.tenant_id = :tenant
                      and (:state::text is null or r.state = :state)
                      and (:kind::text is null or r.kind = :kind)
                      and (:start::timestamptz is null or r.received_at >= :start)
                      and (:end::timestamptz is null or r.received_at < :end)
                      and (:prefix::text is null or r.document_id = :document::uuid or r.report_id in (
                          select s.report_id
                          from report_serial s
                          where s.tenant_id = :tenant and starts_with(s.serial, :prefix::text)))
                    limit :most) found
                """), tenant, search, zone)
                .param("most", COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /** @param sort {@code received}, {@code erased}, {@code device} or {@code state}, with a dash before it for descending */
    List<ReportRow> page(CompanyId tenant, ReportSearch search, ZoneId zone, String sort, int page, int size) {
        return bind(jdbc.sql("""
                select r.document_id, r.received_at, r.erased_at, r.kind, r.product, r.state, r.standard, r.serial, r.imei,
                       r.asset_tag, r.manufacturer, r.model, r.failure
                from report r
                where r.tenant_id = :tenant
                  and (:state::text is null or r.state = :state)
                  and (:kind::text is null or r.kind = :kind)
                  and (:start::timestamptz is null or r.received_at >= :start)
                  and (:end::timestamptz is null or r.received_at < :end)
                  and (:prefix::text is null or r.document_id = :document::uuid or r.report_id in (
                      select s.report_id
                      from report_serial s
                      where s.tenant_id = :tenant and starts_with(s.serial, :prefix::text)))
                order by case :sort when 'received' then r.received_at when 'erased' then r.erased_at end nulls last,
                         case :sort when '-received' then r.received_at when '-erased' then r.erased_at end desc nulls last,
                         case :sort when 'device' then lower(concat(r.manufacturer, r.model)) when 'state' then r.state end,
                         case :sort when '-device' then lower(concat(r.manufacturer, r.model))
                                    when '-state' then r.state end desc,
                         r.report_id desc
                limit :size offset :skip
                """), tenant, search, zone)
                .param("sort", sort)
                .param("size", size)
                .param("skip", (page - 1) * size)
                .query(ReportRow.class)
                .list();
    }

    private static StatementSpec bind(StatementSpec sql, CompanyId tenant, ReportSearch search, ZoneId zone) {
        return sql.param("tenant", tenant.value())
                .param("state", search.state() == null ? null : search.state().name())
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("start", stamp(search.start(zone)))
                .param("end", stamp(search.end(zone)))
                .param("prefix", search.prefix())
                .param("document", search.document());
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
