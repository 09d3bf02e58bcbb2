package dev.portolan.cloud.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ErasureState;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the dashboard shows of reports. */
@Component
public class ReportFigures {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final ReportList list;

    ReportFigures(Tenancy tenancy, JdbcClient jdbc, ReportList list) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.list = list;
    }

    /** How many reports of each outcome were received in a month. */
    public record Month(YearMonth month, int erased, int exceptions, int notErased) {}

    private record Count(LocalDate month, ErasureState state, int reports) {}

    /** The newest reports, newest first. */
    public List<ReportRow> newest(CompanyId company, int most) {
        var everything = new ReportSearch(null, null, null, null, null, null);
        return tenancy.within(company, () -> list.rows(company, everything, ZoneId.of("UTC"), 0, most));
    }

    /** The last months up to this one, oldest first, those without a report too. */
    public List<Month> byMonth(CompanyId company, YearMonth last, int months, ZoneId zone) {
        var first = last.minusMonths(months - 1L);
        var counts = tenancy.within(
                company,
                () -> jdbc.sql("""
                select date_trunc('month', received_at at time zone :zone)::date as month, state, count(*) as reports
                from report
                where company_id = :company and received_at >= :since
                group by 1, 2
                """)
                        .param("company", company.value())
                        .param("zone", zone.getId())
                        .param(
                                "since",
                                Timestamp.from(first.atDay(1).atStartOfDay(zone).toInstant()))
                        .query(Count.class)
                        .list());
        return IntStream.range(0, months)
                .mapToObj(first::plusMonths)
                .map(month -> new Month(
                        month,
                        count(counts, month, ErasureState.ERASED),
                        count(counts, month, ErasureState.ERASED_WITH_EXCEPTIONS),
                        count(counts, month, ErasureState.NOT_ERASED)))
                .toList();
    }

    private static int count(List<Count> counts, YearMonth month, ErasureState state) {
        return counts.stream()
                .filter(count ->
                        count.state() == state && YearMonth.from(count.month()).equals(month))
                .mapToInt(Count::reports)
                .sum();
    }
}
