package dev.portolan.web;

import java.text.MessageFormat;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of messages/*.properties. A missing text is an error, never a key on a page. In the pseudo-locale every text
 * is wrapped in {@code ⟦ ⟧}.
 */
@org.jspecify.annotations.NullUnmarked // the overridden methods answer null for an unknown key
public final class Texts extends ResourceBundleMessageSource {
    public static final String OPEN = "⟦";
    public static final String CLOSE = "⟧";

    /** @param modules names of the files below messages/, without language and ending */
    public Texts(String... modules) {
        for (String module : modules) addBasenames("messages/" + module);
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
        setAlwaysUseMessageFormat(true);
        setDefaultLocale(Locale.ENGLISH);
    }

    @Override
    protected String resolveCodeWithoutArguments(String code, Locale locale) {
        return marked(super.resolveCodeWithoutArguments(code, locale), locale);
    }

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        var format = super.resolveCode(code, locale);
        if (format == null || !locale.equals(Languages.PSEUDO)) return format;
        return new MessageFormat(OPEN + format.toPattern() + CLOSE, locale);
    }

    private static String marked(String text, Locale locale) {
        return text == null || !locale.equals(Languages.PSEUDO) ? text : OPEN + text + CLOSE;
    }
}
