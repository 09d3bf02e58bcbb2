package dev.portolan.report.template;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws invented facts; the same seed draws the same ones. */
record Draw(RandomGenerator random) {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** From and to are both possible. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** {@code #} becomes a digit, {@code @} a letter, {@code ?} either, {@code ~} a hex digit; the rest stays. */
    String pattern(String pattern) {
        StringBuilder text = new StringBuilder(pattern.length());
        for (char c : pattern.toCharArray()) {
            text.append(
                    switch (c) {
                        case '#' -> digit();
                        case '@' -> letter();
                        case '?' -> random.nextBoolean() ? digit() : letter();
                        case '~' -> Character.forDigit(random.nextInt(16), 16);
                        default -> c;
                    });
        }
        return text.toString();
    }

    /** Fifteen digits, the last of which is the Luhn check digit, as phones have it. */
    String imei() {
        String body = "35" + pattern("############");
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int d = body.charAt(i) - '0';
            int doubled = i % 2 == 0 ? d : d * 2;
            sum += doubled / 10 + doubled % 10;
        }
        return body + (10 - sum % 10) % 10;
    }

    String mac() {
        return pattern("~~:~~:~~:~~:~~:~~");
    }

    UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }

    private char digit() {
        return (char) ('0' + random.nextInt(10));
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
}
