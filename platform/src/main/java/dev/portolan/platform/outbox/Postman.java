package dev.portolan.platform.outbox;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands queued mails to the mail server. A mail may be handed over twice if the process dies between the server's
 * answer and the commit; it is never lost.
 */
public final class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final JavaMailSender sender;
    private final Clock clock;
    private final String from;

    /** @param from the sender's address of every mail */
    public Postman(Tenancy tenancy, JdbcClient jdbc, JavaMailSender sender, Clock clock, String from) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.sender = sender;
        this.clock = clock;
        this.from = from;
    }

    /** The task to register with the scheduler; one execution a mail. */
    public Task<?> task() {
        return Tasks.custom(Outbox.SEND)
                .onFailure((complete, operations) -> again(complete, operations))
                .execute(
                        (instance, context) -> deliver(instance.getData(), context.getExecution().consecutiveFailures));
    }

    private CompletionHandler<Outbox.Letter> deliver(Outbox.Letter letter, int failures) {
        var company = new CompanyId(letter.company());
        var mail = tenancy.within(company, () -> queued(letter));
        if (mail == null) return new CompletionHandler.OnCompleteRemove<>();
        try {
            sender.send(message -> {
                var helper = new MimeMessageHelper(message, true, "UTF-8");
                helper.setFrom(from);
                helper.setTo(mail.recipient());
                helper.setSubject(mail.subject());
                helper.setText(mail.text(), mail.html());
                message.setHeader("Message-ID", "<" + letter.mail() + "@portolan>");
            });
            tenancy.run(company, () -> settle(letter, MailState.HANDED_OVER, null));
        } catch (MailException refused) {
            if (!finallyRefused(refused) && failures + 1 < TRIES) throw refused;
            tenancy.run(company, () -> settle(letter, MailState.REFUSED, reason(refused)));
            log.warn("mail refused mail={} company={}", letter.mail(), letter.company());
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private static void again(ExecutionComplete complete, ExecutionOperations<Outbox.Letter> operations) {
        long factor = 1L << Math.min(complete.getExecution().consecutiveFailures, 9);
        operations.reschedule(complete, complete.getTimeDone().plus(FIRST_PAUSE.multipliedBy(factor)));
    }

    private @Nullable Queued queued(Outbox.Letter letter) {
        return jdbc.sql("""
                select recipient, subject, body_text as text, body_html as html
                from mail
                where company_id = :company and mail_id = :mail and state = 'QUEUED'
                """)
                .param("company", letter.company())
                .param("mail", letter.mail())
                .query(Queued.class)
                .optional()
                .orElse(null);
    }

    private void settle(Outbox.Letter letter, MailState state, @Nullable String why) {
        jdbc.sql("""
                update mail
                set state = :state, settled_at = :now, refusal = :why
                where company_id = :company and mail_id = :mail
                """)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why)
                .param("company", letter.company())
                .param("mail", letter.mail())
                .update();
    }

    /** The server's final word is a 5xx answer to the recipient or an address that is none. */
    private static boolean finallyRefused(MailException refused) {
        for (Throwable cause : causes(refused)) {
            if (cause instanceof AddressException) return true;
            if (cause instanceof SendFailedException failed
                    && failed.getInvalidAddresses() != null
                    && failed.getInvalidAddresses().length > 0) return true;
        }
        return false;
    }

    private static String reason(MailException refused) {
        var all = causes(refused);
        var last = all.getLast().getMessage();
        return last == null ? refused.getClass().getSimpleName() : last.strip();
    }

    private static List<Throwable> causes(MailException refused) {
        var all = new ArrayList<Throwable>();
        if (refused instanceof MailSendException send) all.addAll(List.of(send.getMessageExceptions()));
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) all.add(cause);
        for (int i = 0; i < all.size(); i++)
            if (all.get(i) instanceof MessagingException messaging
                    && messaging.getNextException() != null
                    && all.size() < 16) all.add(messaging.getNextException());
        if (all.isEmpty()) all.add(refused);
        return all;
    }

    private record Queued(String recipient, String subject, String text, String html) {}
}
