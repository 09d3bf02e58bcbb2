package dev.portolan.migration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm, once, for each run that stands, has not moved for a time, or has waited so long for a worker, and says who
 * acts next.
 */
@Component
class Watch {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final int AT_ONCE = 100;

    private final Tenancy tenancy;
    private final RunQueue queue;
    private final RunHold hold;
    private final RunStore store;
    private final ObjectProvider<RunAlarm> alarms;
    private final RunMetrics metrics;
    private final Clock clock;
    private final Duration limit;

    Watch(
            Tenancy tenancy,
            RunQueue queue,
            RunHold hold,
            RunStore store,
            ObjectProvider<RunAlarm> alarms,
            RunMetrics metrics,
            Clock clock,
            @Value("${portolan.migration.alarm-after:10m}") Duration limit) {
        this.tenancy = tenancy;
        this.queue = queue;
        this.hold = hold;
        this.store = store;
        this.alarms = alarms;
        this.metrics = metrics;
        this.clock = clock;
        this.limit = limit;
    }

    void look() {
        var since = standingSince();
        queue.still(since, AT_ONCE).stream()
                .collect(Collectors.groupingBy(RunQueue.Still::runnerId))
                .forEach((runner, still) -> look(
                        new CompanyId(runner),
                        since,
                        still.stream().map(RunQueue.Still::runId).toList()));
    }

    /** Who has not moved since then does not move. While all are held, and just after, nobody can have moved. */
    private Instant standingSince() {
        var since = clock.instant().minus(limit);
        var all = hold.standing();
        return all.held() || all.changedAt().isAfter(since) ? Instant.EPOCH : since;
    }

    private void look(CompanyId runner, Instant since, List<UUID> still) {
        tenancy.run(runner, () -> store.alarm(runner, still, since).forEach(run -> raise(runner, run)));
    }

    private void raise(CompanyId runner, RunView run) {
        log.error(
                "run does not move run={} plan={} subject={} step={} code={} acts={}",
                run.id(),
                run.plan(),
                run.subject(),
                run.step(),
                run.faultCode(),
                run.actsNext());
        metrics.alarmed(run.plan());
        alarms.forEach(alarm -> alarm.raised(runner, run));
    }

    /** A task of its own, so that no bean of the engine is needed to make it. */
    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        Task<Void> runWatch(ObjectProvider<Watch> watch) {
            return Tasks.recurring("migration-watch", FixedDelay.ofSeconds(15))
                    .execute((instance, context) -> watch.getObject().look());
        }
    }
}
