package dev.portolan.cloud.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.sql.Timestamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out many reports, oldest first, without holding them in memory. Each page is a short transaction of its own, so a
 * reader who is slow to take the answer holds neither a connection nor a snapshot.
 */
@Component
public class ReportArchive {
    /** Bounds the memory that a page takes, whatever the size of the reports. */
    private static final int BYTES_A_PAGE = 4 << 20;

    private static final int ROWS_A_PAGE = 200;
    private static final int ROWS_AT_A_TIME = 20;

    private static final String MATCHING = """
            from report r
            where r.company_id = :company
              and r.received_at >= :since and r.received_at <= :until
              and r.report_id >= :least and r.report_id <= :most
              and (:documents::uuid[] is null or r.document_id = any(:documents::uuid[]))
              and (:serials::text[] is null
                   or r.report_id in (select s.report_id from report_serial s
                                      where s.company_id = :company and s.serial = any(:serials::text[])))
              and (:versions::text[] is null or r.product_version = any(:versions::text[]))
            """;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    ReportArchive(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** How many there are, at most one more than {@code most}. */
    public int count(CompanyId company, Candidates candidates, int most) {
        return tenancy.within(
                company,
                () -> matching("select count(*) from (select 1 %s limit :most_counted) as found", company, candidates)
                        .param("most_counted", most + 1)
                        .query(Integer.class)
                        .single());
    }

    /** The candidates in the order of their arrival, read page by page, each by one statement. */
    public Iterator<ArchivedReport> read(CompanyId company, Candidates candidates) {
        return new Pages(company, candidates);
    }

    private final class Pages implements Iterator<ArchivedReport> {
        private final CompanyId company;
        private final Candidates candidates;
        private final Queue<ArchivedReport> page = new ArrayDeque<>();
        private @Nullable ArchivedReport last;
        private boolean more = true;

        private Pages(CompanyId company, Candidates candidates) {
            this.company = company;
            this.candidates = candidates;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && more) {
                var found = page(company, candidates, last);
                more = found.more();
                page.addAll(found.reports());
            }
            return !page.isEmpty();
        }

        @Override
        public ArchivedReport next() {
            if (!hasNext()) throw new NoSuchElementException();
            last = page.remove();
            return last;
        }
    }

    private record Page(List<ArchivedReport> reports, boolean more) {}

    private Page page(CompanyId company, Candidates candidates, @Nullable ArchivedReport after) {
        var from = after == null ? candidates : candidates.withArrival(after.receivedAt(), candidates.until());
        return tenancy.within(company, () -> {
            try (var rows = matching("""
                    select r.report_id, r.document_id, r.received_at, r.product_version, r.digest, r.dictionary, r.body,
                           r.received_entry
                    %s
                      and (r.received_at > :since or r.report_id > :after)
                    order by r.received_at, r.report_id
                    limit :rows
                    """, company, from)
                    .withFetchSize(ROWS_AT_A_TIME)
                    .param("after", after == null ? Long.MIN_VALUE : after.reportId())
                    .param("rows", ROWS_A_PAGE)
                    .query((row, number) -> ArchivedReport.read(row))
                    .stream()) {
                return page(rows.iterator());
            }
        });
    }

    private static Page page(Iterator<ArchivedReport> rows) {
        var reports = new ArrayList<ArchivedReport>();
        int bytes = 0;
        while (rows.hasNext()) {
            var report = rows.next();
            reports.add(report);
            bytes += report.storedSize();
            if (bytes >= BYTES_A_PAGE) return new Page(reports, true);
        }
        return new Page(reports, reports.size() == ROWS_A_PAGE);
    }

    private JdbcClient.StatementSpec matching(String sql, CompanyId company, Candidates candidates) {
        return jdbc.sql(sql.formatted(MATCHING))
                .param("company", company.value())
                .param("since", Timestamp.from(candidates.since()))
                .param("until", Timestamp.from(candidates.until()))
                .param("least", candidates.least())
                .param("most", candidates.most())
                .param("documents", texts(ids(candidates.documents())))
                .param("serials", texts(candidates.serials()))
                .param("versions", texts(candidates.versions()));
    }

    private static @Nullable List<String> ids(@Nullable List<UUID> documents) {
        return documents == null ? null : documents.stream().map(UUID::toString).toList();
    }

    private static String @Nullable [] texts(@Nullable List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }
}
