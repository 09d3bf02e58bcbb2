package dev.portolan.report.label;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import dev.portolan.report.signature.SignatureState;
import dev.portolan.report.signature.SignatureState.Invalid;
import dev.portolan.report.signature.SignatureState.NotVerifiable;
import dev.portolan.report.signature.SignatureState.Verified;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The labels of {@code messages/report} in one language; German for every German locale, else English. */
public final class ReportLabels {
    private final ResourceBundle texts;
    private final Locale locale;

    private ReportLabels(ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    public static ReportLabels in(Locale locale) {
        Locale wanted = locale.getLanguage().equals("de") ? locale : Locale.ENGLISH;
        Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new ReportLabels(ResourceBundle.getBundle("messages/report", wanted, control), wanted);
    }

    /** {@code en} or {@code de}, as documents declare it. */
    public String language() {
        return locale.getLanguage();
    }

    /** "Erased", "Not Erased", "Erased with exceptions". */
    public String state(ErasureState state) {
        return text("state." + state.name());
    }

    public String kind(ReportKind kind) {
        return text("kind." + kind.name());
    }

    /** "Verified", "Not verifiable" or "Invalid". */
    public String signature(SignatureState state) {
        return text("signature." + name(state));
    }

    /** What that means, in a sentence. */
    public String signatureMeaning(SignatureState state) {
        return text("signature." + name(state) + ".meaning");
    }

    /** A section or field of a report by its name there, such as {@code battery_cycles}. */
    public String field(String name) {
        String key = "field." + name;
        return texts.containsKey(key) ? texts.getString(key) : readable(name);
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    private static String name(SignatureState state) {
        return switch (state) {
            case Verified v -> "verified";
            case NotVerifiable n -> "notVerifiable";
            case Invalid i -> "invalid";
        };
    }

    private static String readable(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
