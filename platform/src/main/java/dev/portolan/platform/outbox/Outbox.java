package dev.portolan.platform.outbox;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes mails in the transaction of the act they speak of. */
public final class Outbox {
    static final TaskDescriptor<Letter> SEND = TaskDescriptor.of("send-mail", Letter.class);

    /** Names the row of a mail; the task's data. */
    record Letter(UUID company, UUID mail) implements Serializable {}

    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final Clock clock;

    public Outbox(JdbcClient jdbc, SchedulerClient scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues the mail; call it inside the bound transaction of the act, so that both commit or neither does. */
    public void send(Mail mail) {
        var now = clock.instant();
        jdbc.sql("""
                insert into mail (company_id, mail_id, about_id, recipient, subject, body_text, body_html, state, queued_at)
                values (:company, :id, :about, :recipient, :subject, :text, :html, 'QUEUED', :now)
                """)
                .param("company", mail.company().value())
                .param("id", mail.id())
                .param("about", mail.about())
                .param("recipient", mail.recipient())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("now", Timestamp.from(now))
                .update();
        scheduler.scheduleIfNotExists(SEND.instance(mail.id().toString())
                .data(new Letter(mail.company().value(), mail.id()))
                .scheduledTo(now));
    }
}
