package dev.portolan.cloud.entitlement;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.outbox.Mail;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The mail that tells a manager that their company may upgrade. */
@Component
public class EntitlementMail {
    private final MessageSource texts;
    private final ITemplateEngine templates;
    private final String publicUrl;
    private final String cloud;
    private final String portal;
    private final String support;

    public EntitlementMail(
            MessageSource texts,
            ITemplateEngine templates,
            @Value("${portolan.public-url}") String publicUrl,
            @Value("${portolan.product.cloud}") String cloud,
            @Value("${portolan.product.portal}") String portal,
            @Value("${portolan.product.support}") String support) {
        this.texts = texts;
        this.templates = templates;
        this.publicUrl = publicUrl;
        this.cloud = cloud;
        this.portal = portal;
        this.support = support;
    }

    /** Who gets it, in which language. */
    public record Manager(String email, String name, String language, String company) {}

    /** The mail, not sent yet. */
    public Mail to(CompanyId company, Manager manager) {
        var language = Locale.of(manager.language());
        var link = publicUrl + "/upgrade";
        var context = new Context(language);
        context.setVariable("manager", manager);
        context.setVariable("cloud", cloud);
        context.setVariable("portal", portal);
        context.setVariable("support", support);
        context.setVariable("link", link);
        return Mail.to(
                company,
                manager.email(),
                company.value(),
                texts.getMessage("cloud.entitlement.mail.subject", new Object[] {portal}, language),
                texts.getMessage(
                        "cloud.entitlement.mail.text",
                        new Object[] {manager.name(), manager.company(), cloud, portal, link, support},
                        language),
                templates.process("cloud/entitlement-mail", context));
    }
}
