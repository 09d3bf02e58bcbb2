package dev.portolan.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many mails wait for the mail server, over all companies: the scheduler knows, whose rows are nobody's data. */
public final class OutboxMeter implements MeterBinder {
    private final JdbcClient jdbc;

    public OutboxMeter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("portolan.outbox.waiting", this, OutboxMeter::waiting)
                .description("Mails that wait for the mail server, over all nodes")
                .register(registry);
        Gauge.builder("portolan.outbox.failing", this, OutboxMeter::failing)
                .description("Those of them that the mail server has not taken at the first try")
                .register(registry);
    }

    private double waiting() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = :task")
                .param("task", Outbox.SEND.getTaskName())
                .query(Long.class)
                .single();
    }

    private double failing() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = :task and consecutive_failures > 0")
                .param("task", Outbox.SEND.getTaskName())
                .query(Long.class)
                .single();
    }
}
