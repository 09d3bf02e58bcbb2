package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.PeopleProvision.Role;
import dev.portolan.contract.PeopleProvision.User;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.outbox.Mail;
import dev.portolan.platform.outbox.Outbox;
import dev.portolan.upgrade.stageone.CompanyRecord;
import dev.portolan.upgrade.stageone.CompanySource;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Tells a company's managers, each in their language, that the account has moved and what is to be changed. */
@Component
public class CompletionMail {
    private final CompanySource companies;
    private final Outbox outbox;
    private final MessageSource texts;
    private final String cloudName;
    private final String portalName;
    private final String portalUrl;

    CompletionMail(
            CompanySource companies,
            Outbox outbox,
            MessageSource texts,
            @Value("${portolan.product.cloud}") String cloudName,
            @Value("${portolan.product.portal}") String portalName,
            @Value("${portolan.portal-url}") String portalUrl) {
        this.companies = companies;
        this.outbox = outbox;
        this.texts = texts;
        this.cloudName = cloudName;
        this.portalName = portalName;
        this.portalUrl = portalUrl;
    }

    /** Joins the transaction, which must be bound to the subject. */
    void send(CompanyId subject, UUID transfer) {
        send("transfer.mail", subject, transfer);
    }

    /** As the completion: joins the transaction, which must be bound to the subject. */
    public void sendUndone(CompanyId subject, UUID undo) {
        send("undo.mail", subject, undo);
    }

    private void send(String text, CompanyId subject, UUID about) {
        var company = companies.read(subject);
        var managers = company.roles().stream()
                .filter(role -> "MANAGER".equals(role.predefined()))
                .map(Role::id)
                .collect(Collectors.toSet());
        company.users().stream()
                .filter(user -> managers.contains(user.role()))
                .forEach(user -> outbox.send(mail(text, subject, about, company, user)));
    }

    private Mail mail(String key, CompanyId subject, UUID about, CompanyRecord company, User user) {
        var locale = Locale.of(user.language() == null ? company.language() : user.language());
        var arguments = new Object[] {user.name(), company.name(), cloudName, portalName, portalUrl};
        var text = texts.getMessage(key + ".text", arguments, locale);
        var html = text.lines()
                .map(line -> "<p>" + HtmlUtils.htmlEscape(line) + "</p>")
                .collect(Collectors.joining("\n"));
        return Mail.to(subject, user.email(), about, texts.getMessage(key + ".subject", arguments, locale), text, html);
    }
}
