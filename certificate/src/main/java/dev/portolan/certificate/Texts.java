package dev.portolan.certificate;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of {@code messages/certificate} in one language; German for every German locale, else English. */
public final class Texts {
    private final ResourceBundle texts;
    private final Locale locale;

    private Texts(ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    public static Texts in(Locale wanted) {
        boolean german = wanted.getLanguage().equals("de");
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var bundle = ResourceBundle.getBundle("messages/certificate", german ? Locale.GERMAN : Locale.ENGLISH, control);
        return new Texts(bundle, german ? Locale.GERMANY : Locale.UK);
    }

    /** {@code en} or {@code de}. */
    public String language() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
