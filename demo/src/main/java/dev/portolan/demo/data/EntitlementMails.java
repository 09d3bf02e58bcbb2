package dev.portolan.demo.data;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.outbox.Mail;
import dev.portolan.platform.outbox.Outbox;
import dev.portolan.web.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts the Cloud's mail to the managers of entitled companies into its outbox, as entitling them would have done. */
final class EntitlementMails {
    private final Outbox outbox;
    private final CloudNames names;
    private final Texts texts = new Texts("cloud");
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    /** Whom the mail is for, by the names that its template uses. */
    public record Manager(String name, String company) {}

    EntitlementMails(DataSource source, CloudNames names, Calendar calendar) {
        var scheduler = SchedulerClient.Builder.create(source).build();
        this.outbox = new Outbox(JdbcClient.create(source), scheduler, Clock.fixed(calendar.now(), ZoneOffset.UTC));
        this.names = names;
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(files);
        templates.setTemplateEngineMessageSource(texts);
    }

    /** Call it inside the transaction bound to the company. */
    void send(Firm firm) {
        firm.people().stream()
                .filter(worker -> worker.position() == Position.MANAGER && !worker.disabled())
                .forEach(worker -> outbox.send(mail(firm, worker)));
    }

    private Mail mail(Firm firm, Worker worker) {
        var language = Locale.of(firm.language());
        var link = names.url() + "/upgrade";
        var variables = Map.<String, Object>of(
                "manager", new Manager(worker.name(), firm.name()),
                "cloud", names.cloud(),
                "portal", names.portal(),
                "support", names.support(),
                "link", link);
        return new Mail(
                DemoIds.named("entitlement-mail", firm.key(), worker.mailbox()),
                new CompanyId(firm.id()),
                firm.email(worker),
                firm.id(),
                text("subject", language, names.portal()),
                text(
                        "text",
                        language,
                        worker.name(),
                        firm.name(),
                        names.cloud(),
                        names.portal(),
                        link,
                        names.support()),
                templates.process("cloud/entitlement-mail", new Context(language, variables)));
    }

    private String text(String key, Locale language, Object... arguments) {
        return texts.getMessage("cloud.entitlement.mail." + key, arguments, language);
    }
}
