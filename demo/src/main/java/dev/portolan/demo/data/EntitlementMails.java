package dev.portolan.demo.data;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.portolan.cloud.entitlement.EntitlementMail;
import dev.portolan.cloud.entitlement.EntitlementMail.Manager;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.outbox.Mail;
import dev.portolan.platform.outbox.Outbox;
import dev.portolan.web.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts the Cloud's mail to the managers of entitled companies into its outbox, as entitling them would have done. */
final class EntitlementMails {
    private final Outbox outbox;
    private final EntitlementMail letters;

    EntitlementMails(DataSource source, CloudNames names, Calendar calendar) {
        var scheduler = SchedulerClient.Builder.create(source).build();
        this.outbox = new Outbox(JdbcClient.create(source), scheduler, Clock.fixed(calendar.now(), ZoneOffset.UTC));
        var texts = new Texts("cloud");
        var templates = new SpringTemplateEngine();
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(files);
        templates.setTemplateEngineMessageSource(texts);
        this.letters =
                new EntitlementMail(texts, templates, names.url(), names.cloud(), names.portal(), names.support());
    }

    /** Call it inside the transaction bound to the company. */
    void send(Firm firm) {
        firm.people().stream()
                .filter(worker -> worker.position() == Position.MANAGER && !worker.disabled())
                .forEach(worker -> outbox.send(mail(firm, worker)));
    }

    private Mail mail(Firm firm, Worker worker) {
        var manager = new Manager(firm.email(worker), worker.name(), firm.language(), firm.name());
        var mail = letters.to(new CompanyId(firm.id()), manager);
        var id = DemoIds.named("entitlement-mail", firm.key(), worker.mailbox());
        return new Mail(id, mail.company(), mail.recipient(), mail.about(), mail.subject(), mail.text(), mail.html());
    }
}
