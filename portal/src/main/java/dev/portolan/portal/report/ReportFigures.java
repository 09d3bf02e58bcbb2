package dev.portolan.portal.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports in figures, and those to look at first. */
@Component
public class ReportFigures {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportFigures(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many reports were received on one day, by outcome. */
    public record Day(LocalDate day, int erased, int exceptions, int notErased) {
        public int all() {
            return erased + exceptions + notErased;
        }
    }

    /** The last days up to today in the zone, each with its figures, those without reports too. */
    public List<Day> byDay(CompanyId tenant, int days, ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var first = today.minusDays(days - 1L);
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select d::date as day,
                       count(r.report_id) filter (where r.state = 'ERASED') as erased,
                       count(r.report_id) filter (where r.state = 'ERASED_WITH_EXCEPTIONS') as exceptions,
                       count(r.report_id) filter (where r.state = 'NOT_ERASED') as not_erased
                from generate_series(:first::date, :today::date, interval '1 day') d
                left join report r on r.tenant_id = :tenant and r.received_at >= :start
                                  and (r.received_at at time zone :zone)::date = d::date
                group by d
                order by d
                """)
                        .param("first", first)
                        .param("today", today)
                        .param("start", Timestamp.from(first.atStartOfDay(zone).toInstant()))
                        .param("tenant", tenant.value())
                        .param("zone", zone.getId())
                        .query(Day.class)
                        .list());
    }

    /** How many reports there are. */
    public int count(CompanyId tenant) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("select count(*) from report where tenant_id = :tenant")
                        .param("tenant", tenant.value())
                        .query(Integer.class)
                        .single());
    }

    /** The reports received last. */
    public List<ReportRow> newest(CompanyId tenant, int most) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select document_id, received_at, erased_at, kind, product, state, standard, serial, imei, asset_tag,
                       manufacturer, model, failure
                from report
                where tenant_id = :tenant
                order by received_at desc, report_id desc
                limit :most
                """)
                        .param("tenant", tenant.value())
                        .param("most", most)
                        .query(ReportRow.class)
                        .list());
    }

    /** The newest of those that were not erased. */
    public List<ReportRow> failures(CompanyId tenant, int most) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select document_id, received_at, erased_at, kind, product, state, standard, serial, imei, asset_tag,
                       manufacturer, model, failure
                from report
                where tenant_id = :tenant and state = 'NOT_ERASED'
                order by received_at desc, report_id desc
                limit :most
                """)
                        .param("tenant", tenant.value())
                        .param("most", most)
                        .query(ReportRow.class)
                        .list());
    }
}
