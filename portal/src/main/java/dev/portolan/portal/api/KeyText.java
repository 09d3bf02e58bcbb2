package dev.portolan.portal.api;

import dev.portolan.platform.CompanyId;
import dev.portolan.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A key as programs send it: its tenant's id, a dot, and 256 random bits. */
record KeyText(CompanyId tenant, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static KeyText random(CompanyId tenant) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new KeyText(
                tenant, tenant + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty where the text names no tenant. */
    static Optional<KeyText> of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) return Optional.empty();
        try {
            return Optional.of(new KeyText(CompanyId.of(text.substring(0, dot)), text));
        } catch (IllegalArgumentException noTenant) {
            return Optional.empty();
        }
    }

    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    @Override
    public String toString() {
        return "key of " + tenant;
    }
}
