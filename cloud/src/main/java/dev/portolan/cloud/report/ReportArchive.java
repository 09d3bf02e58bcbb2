package dev.portolan.cloud.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out many reports, oldest first, without holding them in memory. */
@Component
public class ReportArchive {
    private static final int ROWS_AT_A_TIME = 200;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    ReportArchive(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** Bounds on what is read; null bounds nothing. Both instants are included. */
    public record Narrowing(
            @Nullable UUID documentId,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /** Streams the company's reports within the bounds to the reader, in one transaction. */
    public void read(CompanyId company, Narrowing narrowing, Consumer<Stream<ArchivedReport>> reader) {
        tenancy.run(company, () -> {
            try (var rows = jdbc
                    .sql("""
                    select report_id, document_id, received_at, kind, state, cover, digest, size, dictionary, body,
                           received_entry, product_version
                    from report
                    where company_id = :company
                      and (:document::uuid is null or document_id = :document)
                      and (:since::timestamptz is null or received_at >= :since)
                      and (:until::timestamptz is null or received_at <= :until)
                    order by received_at, report_id
                    """)
                    .withFetchSize(ROWS_AT_A_TIME)
                    .param("company", company.value())
                    .param("document", narrowing.documentId())
                    .param("since", stamp(narrowing.since()))
                    .param("until", stamp(narrowing.until()))
                    .query((row, number) ->
                            new ArchivedReport(StoredReports.read(row), row.getString("product_version")))
                    .stream()) {
                reader.accept(rows);
            }
        });
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
