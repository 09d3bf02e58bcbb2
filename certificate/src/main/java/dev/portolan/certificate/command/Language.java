package dev.portolan.certificate.command;

import dev.portolan.certificate.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In which language the command answers: as asked, else as the environment says, else in English. */
final class Language {
    private Language() {}

    static Texts of(@Nullable String asked, Map<String, String> environment) {
        var wanted = asked != null
                ? asked
                : Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("en");
        return Texts.in(wanted.startsWith("de") ? Locale.GERMAN : Locale.ENGLISH);
    }
}
