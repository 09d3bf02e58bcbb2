package dev.portolan.portal.invitation;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.outbox.Mail;
import dev.portolan.web.AppLook;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the mail of an invitation in the language of its reader. */
@Component
class InvitationMail {
    private final MessageSource texts;
    private final ITemplateEngine templates;
    private final AppLook look;
    private final String publicUrl;

    InvitationMail(
            MessageSource texts,
            ITemplateEngine templates,
            AppLook look,
            @Value("${portolan.public-url}") String publicUrl) {
        this.texts = texts;
        this.templates = templates;
        this.look = look;
        this.publicUrl = publicUrl;
    }

    Mail write(CompanyId tenant, UUID invitation, InvitationStore.Addressee to, Token token, Duration valid) {
        var language = to.language() == null ? to.companyLanguage() : to.language();
        var locale = Locale.of(language);
        var link = "%s/invitations/%s/%s".formatted(publicUrl, tenant, token.text());
        var context = new Context(locale);
        context.setVariable("name", to.name());
        context.setVariable("company", to.company());
        context.setVariable("product", look.productName());
        context.setVariable("email", to.email());
        context.setVariable("days", valid.toDays());
        context.setVariable("link", link);
        var text = texts.getMessage(
                "invitation.mail.text",
                new Object[] {to.name(), to.company(), look.productName(), link, valid.toDays(), to.email()},
                locale);
        return Mail.to(
                tenant,
                to.email(),
                invitation,
                texts.getMessage("invitation.mail.subject", new Object[] {look.productName(), to.company()}, locale),
                text,
                templates.process("portal/invitation-mail", context));
    }
}
