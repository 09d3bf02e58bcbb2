package dev.portolan.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * What a Java team would write: a Spring Batch job that reads with a JDBC cursor and writes JDBC batches, in chunks of
 * 1,000, on the text layout; with the driver's multi-row inserts on, and a job repository that costs nothing.
 */
final class SpringBatch {
    private static final int CHUNK = 1_000;
    private static final String READ_REPORTS = """
            select company_id, report_id, document_id, received_at, kind, product, product_version, state, standard,
                   serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person, fields, failure,
                   signature_state, cover, digest, size, xml, received_entry
            from report
            """;
    private static final String WRITE_REPORTS = """
            insert into report (company_id, report_id, document_id, received_at, kind, product, product_version, state,
                                standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person,
                                fields, failure, signature_state, cover, digest, size, xml, received_entry)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String READ_SERIALS = "select company_id, serial, report_id from report_serial";
    private static final String WRITE_SERIALS =
            "insert into report_serial (company_id, serial, report_id) values (?, ?, ?)";

    private final DataSource from;
    private final DataSource to;
    private final JobRepository repository = new ResourcelessJobRepository();
    private final AtomicLong numbers = new AtomicLong();

    SpringBatch(JdbcTemplate from, JdbcTemplate to) {
        this.from = Objects.requireNonNull(from.getDataSource());
        this.to = Objects.requireNonNull(to.getDataSource());
    }

    /** Runs the job to its end. */
    void run() {
        var job = new JobBuilder("move", repository)
                .start(step("reports", READ_REPORTS, WRITE_REPORTS))
                .next(step("serials", READ_SERIALS, WRITE_SERIALS))
                .build();
        try {
            var parameters = new JobParametersBuilder()
                    .addLong("number", numbers.incrementAndGet())
                    .toJobParameters();
            var execution = repository.createJobExecution(
                    repository.createJobInstance(job.getName(), parameters), parameters, new ExecutionContext());
            job.execute(execution);
            if (execution.getStatus() != BatchStatus.COMPLETED)
                throw new IllegalStateException(
                        execution.getAllFailureExceptions().toString());
        } catch (JobExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Step step(String name, String read, String write) {
        var reader = new JdbcCursorItemReaderBuilder<@Nullable Object[]>()
                .name(name)
                .dataSource(from)
                .sql(read)
                .fetchSize(CHUNK)
                .rowMapper((row, number) -> values(row))
                .build();
        var writer = new JdbcBatchItemWriterBuilder<@Nullable Object[]>()
                .dataSource(to)
                .sql(write)
                .itemPreparedStatementSetter(SpringBatch::set)
                .build();
        writer.afterPropertiesSet();
        return new StepBuilder(name, repository)
                .<@Nullable Object[], @Nullable Object[]>chunk(CHUNK)
                .transactionManager(new JdbcTransactionManager(to))
                .reader(reader)
                .writer(writer)
                .build();
    }

    private static @Nullable Object[] values(ResultSet row) throws SQLException {
        var values = new @Nullable Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) values[i] = row.getObject(i + 1);
        return values;
    }

    private static void set(@Nullable Object[] values, PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    }
}
