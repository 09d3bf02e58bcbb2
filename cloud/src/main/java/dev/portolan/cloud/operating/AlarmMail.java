package dev.portolan.cloud.operating;

import dev.portolan.migration.NeedsPerson;
import dev.portolan.migration.RunView;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.outbox.Mail;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The mail that tells an operator that a run does not move, and who acts next. */
@Component
class AlarmMail {
    private final MessageSource texts;
    private final ITemplateEngine templates;
    private final String publicUrl;
    private final String cloud;

    AlarmMail(
            MessageSource texts,
            ITemplateEngine templates,
            @Value("${portolan.public-url}") String publicUrl,
            @Value("${portolan.product.cloud}") String cloud) {
        this.texts = texts;
        this.templates = templates;
        this.publicUrl = publicUrl;
        this.cloud = cloud;
    }

    /** Who gets it, in which language. */
    record Operator(String email, String name, String language) {}

    /** What stands. */
    record Standing(String partner, String company, RunView run) {
        String acts() {
            return run.actsNext() == NeedsPerson.Who.RUNNER ? "runner" : "operator";
        }

        String fault() {
            return Objects.requireNonNullElse(run.faultCode(), Objects.requireNonNullElse(run.reasonCode(), "–"));
        }
    }

    Mail to(CompanyId vendor, Operator operator, CompanyId runner, Standing stands) {
        var language = Locale.of(operator.language());
        var link = publicUrl + "/transfers?show=ALARM";
        var acts = texts.getMessage("cloud.transfers.next." + stands.acts(), null, language);
        var step = stands.run().step() == null
                ? texts.getMessage("cloud.alarm.mail.unbegun", null, language)
                : stands.run().step();
        var context = new Context(language);
        context.setVariable("operator", operator);
        context.setVariable("stands", stands);
        context.setVariable("fault", stands.fault());
        context.setVariable("step", step);
        context.setVariable("acts", acts);
        context.setVariable("cloud", cloud);
        context.setVariable("link", link);
        return Mail.to(
                vendor,
                operator.email(),
                runner.value(),
                texts.getMessage("cloud.alarm.mail.subject", new Object[] {stands.company()}, language),
                texts.getMessage(
                        "cloud.alarm.mail.text",
                        new Object[] {
                            operator.name(),
                            stands.company(),
                            stands.partner(),
                            step,
                            stands.fault(),
                            acts,
                            link,
                            stands.run().id().toString()
                        },
                        language),
                templates.process("cloud/alarm-mail", context));
    }
}
