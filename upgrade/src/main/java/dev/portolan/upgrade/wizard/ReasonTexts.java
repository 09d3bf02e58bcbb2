package dev.portolan.upgrade.wizard;

import dev.portolan.upgrade.status.Migrations.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a reason in the reader's language; in templates as {@code @reasonTexts}. */
@Component("reasonTexts")
public final class ReasonTexts {
    private final MessageSource texts;

    ReasonTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** The text of {@code upgrade.reason.<code>}; of a code without one, the text that names the code. */
    public String of(@Nullable Reason reason) {
        var locale = LocaleContextHolder.getLocale();
        if (reason == null) return "";
        try {
            return texts.getMessage(
                    "upgrade.reason." + reason.code(), reason.arguments().toArray(), locale);
        } catch (NoSuchMessageException unknown) {
            return texts.getMessage("upgrade.reason", new Object[] {reason.code()}, locale);
        }
    }
}
