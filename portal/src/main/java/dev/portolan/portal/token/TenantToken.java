package dev.portolan.portal.token;

import dev.portolan.platform.CompanyId;
import dev.portolan.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What a program proves itself with, an erasure client or an integration: its tenant's id, a dot, and 256 random bits. */
public record TenantToken(CompanyId tenant, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A fresh one. */
    public static TenantToken random(CompanyId tenant) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TenantToken(
                tenant, tenant + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty where the text names no tenant. */
    public static Optional<TenantToken> of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) return Optional.empty();
        try {
            return Optional.of(new TenantToken(CompanyId.of(text.substring(0, dot)), text));
        } catch (IllegalArgumentException noTenant) {
            return Optional.empty();
        }
    }

    /** SHA-256 of the text, 32 bytes: all that is kept of it. */
    public byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    @Override
    public String toString() {
        return "token of " + tenant;
    }
}
