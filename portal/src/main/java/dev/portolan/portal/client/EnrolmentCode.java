package dev.portolan.portal.client;

import dev.portolan.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/** A code of 100 random bits in groups that can be typed; without letters that look like digits. */
record EnrolmentCode(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;

    static EnrolmentCode random() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) code.append('-');
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new EnrolmentCode(code.toString());
    }

    /** The same for a code typed in small letters or without dashes. */
    byte[] hash() {
        var plain = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return Sha256.of(plain.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    @Override
    public String toString() {
        return "code";
    }
}
