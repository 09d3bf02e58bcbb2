package dev.portolan.demo.data;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at a company.
 *
 * @param mailbox the part of the e-mail address before the @
 * @param group the name of a sub-group, null for the main group
 * @param mailRefused a mail to the address was finally refused
 */
record Worker(
        String name,
        String mailbox,
        Position position,
        @Nullable String group,
        boolean disabled,
        boolean mailRefused) {

    static Worker manager(String name) {
        return of(name, Position.MANAGER);
    }

    static Worker basic(String name) {
        return of(name, Position.BASIC_USER);
    }

    static Worker auditor(String name) {
        return of(name, Position.AUDITOR);
    }

    static Worker custom(String name) {
        return of(name, Position.CUSTOM);
    }

    private static Worker of(String name, Position position) {
        return new Worker(name, mailbox(name), position, null, false, false);
    }

    Worker in(String subGroup) {
        return new Worker(name, mailbox, position, subGroup, disabled, mailRefused);
    }

    Worker gone() {
        return new Worker(name, mailbox, position, group, true, mailRefused);
    }

    Worker undeliverable() {
        return new Worker(name, mailbox, position, group, disabled, true);
    }

    private static String mailbox(String name) {
        var plain = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("^(dr|prof)\\. ", "")
                .replace("'", "");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ı', 'i')
                .replaceAll("[^a-z0-9]+", ".");
    }
}
