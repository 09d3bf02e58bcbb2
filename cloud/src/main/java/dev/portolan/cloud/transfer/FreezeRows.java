package dev.portolan.cloud.transfer;

import dev.portolan.cloud.freeze.FreezeTurn;
import dev.portolan.contract.TransferTry;
import dev.portolan.migration.AgainLater;
import dev.portolan.migration.Backoff;
import dev.portolan.upgrade.stagetwo.FreezeRow;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Moves a company's freeze row. Every update takes the row exclusively, so it waits for all who share it. The deadline is
 * set and judged by one clock, the database's: nodes whose clocks differ agree on it.
 */
@Repository
class FreezeRows implements FreezeRow {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Backoff BUSY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), 200);

    private final JdbcClient jdbc;
    private final LicencesLeaving licences;
    private final FreezeLease lease;
    private final Clock clock;
    private final MeterRegistry meters;

    FreezeRows(JdbcClient jdbc, LicencesLeaving licences, FreezeLease lease, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.licences = licences;
        this.lease = lease;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Freezing read(UUID company) {
        return jdbc.sql("select state, transfer_id, epoch from company_freeze where company_id = :company")
                .param("company", company)
                .query((row, number) -> new Freezing(
                        State.valueOf(row.getString("state")),
                        row.getObject("transfer_id", UUID.class),
                        row.getLong("epoch")))
                .single();
    }

    @Override
    public boolean freeze(TransferTry order, Duration lease) {
        // The lease begins when nobody can write any more.
        if (!FreezeTurn.alone(jdbc, order.tenant(), LONGEST_WAIT)) throw new AgainLater("writers_busy", BUSY, null);
        var frozen = jdbc.sql("""
                update company_freeze
                set deadline = case state when 'ACTIVE' then clock_timestamp() + :lease * interval '1 millisecond'
                                          else deadline end,
                    frozen_at = case state when 'ACTIVE' then clock_timestamp() else frozen_at end,
                    state = 'FROZEN', transfer_id = :transfer, epoch = :epoch, changed_at = :now
                where company_id = :company
                  and (state = 'ACTIVE' or state = 'FROZEN' and transfer_id = :transfer and epoch <= :epoch)
                returning deadline
                """)
                .param("lease", lease.toMillis())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .param("now", now())
                .param("company", order.tenant())
                .query(Timestamp.class)
                .optional();
        frozen.ifPresent(deadline -> this.lease.watch(order, deadline.toInstant()));
        return frozen.isPresent();
    }

    @Override
    public boolean activating(TransferTry order) {
        return jdbc.sql("""
                update company_freeze
                set state = 'ACTIVATING', deadline = null, changed_at = :now
                where company_id = :company and state = 'FROZEN' and transfer_id = :transfer and epoch = :epoch
                  and deadline > clock_timestamp()
                """)
                        .param("now", now())
                        .param("company", order.tenant())
                        .param("transfer", order.transfer())
                        .param("epoch", order.epoch())
                        .update()
                == 1;
    }

    @Override
    public boolean readOnly(TransferTry order) {
        var stood = jdbc.sql("""
                update company_freeze
                set state = 'READ_ONLY', deadline = null, changed_at = :now
                where company_id = :company and state = 'ACTIVATING' and transfer_id = :transfer and epoch = :epoch
                returning extract(epoch from clock_timestamp() - frozen_at) as stood
                """)
                .param("now", now())
                .param("company", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .query(FreezeRows::stood)
                .optional();
        stood.ifPresent(time -> measured("moved", time));
        return stood.isPresent();
    }

    @Override
    public void giveBack(UUID company, UUID transfer) {
        var stood = jdbc.sql("""
                update company_freeze
                set state = 'ACTIVE', deadline = null, changed_at = :now
                where company_id = :company and state in ('FROZEN', 'ACTIVATING') and transfer_id = :transfer
                returning extract(epoch from clock_timestamp() - frozen_at) as stood
                """)
                .param("now", now())
                .param("company", company)
                .param("transfer", transfer)
                .query(FreezeRows::stood)
                .optional();
        if (stood.isEmpty()) return;
        licences.comeBack(company, transfer);
        measured("given-back", stood.get());
    }

    /** Not known where a node of the version before has frozen. */
    private static OptionalDouble stood(ResultSet row, int number) throws SQLException {
        double seconds = row.getDouble("stood");
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    private void measured(String end, OptionalDouble seconds) {
        if (seconds.isPresent())
            meters.timer("portolan.freeze", "end", end)
                    .record(Duration.ofMillis(Math.round(seconds.getAsDouble() * 1000)));
    }

    /** How much of the lease is left, by the database's clock; empty where nothing is frozen. Locks the row. */
    Optional<Duration> lockLease(UUID company, UUID transfer) {
        return jdbc.sql("""
                select company_id, ceil(extract(epoch from deadline - clock_timestamp()) * 1000)::bigint as left_millis
                from company_freeze
                where company_id = :company and transfer_id = :transfer and state = 'FROZEN'
                for update
                """)
                .param("company", company)
                .param("transfer", transfer)
                .query((row, number) -> Duration.ofMillis(row.getLong("left_millis")))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
