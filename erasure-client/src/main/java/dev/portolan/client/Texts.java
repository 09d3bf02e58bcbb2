package dev.portolan.client;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a person reads, in one language. */
record Texts(Locale locale, ResourceBundle bundle) {

    static Texts in(Locale locale) {
        var language = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(language, ResourceBundle.getBundle("messages.erasure-client", language, noFallback));
    }

    /** The language that {@code arguments} ask for, before they are parsed, because the help depends on it. */
    static Texts of(List<String> arguments, Locale otherwise) {
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.startsWith("--language=")) return in(Locale.of(argument.substring(11)));
            if (argument.equals("--language") && i + 1 < arguments.size()) return in(Locale.of(arguments.get(i + 1)));
        }
        return in(otherwise);
    }

    String say(Text text) {
        var values = text.values().stream().map(Texts::harmless).toArray();
        return new MessageFormat(plain(text.key()), locale).format(values);
    }

    String plain(String key) {
        return bundle.getString(key);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** What a service sends must not steer the terminal. */
    private static Object harmless(Object value) {
        return value instanceof Number ? value : value.toString().replaceAll("\\p{Cntrl}", " ");
    }
}
