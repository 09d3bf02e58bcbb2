package dev.portolan.upgrade.wizard;

import dev.portolan.upgrade.status.Migrations.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
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
                    "upgrade.reason." + reason.code(), arguments(reason, locale).toArray(), locale);
        } catch (NoSuchMessageException unknown) {
            return texts.getMessage("upgrade.reason", new Object[] {reason.code()}, locale);
        }
    }

    private List<String> arguments(Reason reason, Locale locale) {
        if (!reason.code().equals("proof_mismatch")) return reason.arguments();
        return List.of(reason.arguments().stream()
                .map(difference -> difference(difference, locale))
                .collect(Collectors.joining("; ")));
    }

    /** A code, and the ids it was found at. */
    private String difference(String difference, Locale locale) {
        var parts = difference.split(" ", 2);
        var text = Objects.requireNonNullElse(
                texts.getMessage("upgrade.difference." + parts[0], null, parts[0], locale), parts[0]);
        return parts.length == 1 ? text : text + " (" + parts[1].replace(" ", ", ") + ")";
    }
}
