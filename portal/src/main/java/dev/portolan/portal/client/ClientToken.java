package dev.portolan.portal.client;

import dev.portolan.platform.CompanyId;
import dev.portolan.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What a client proves itself with: its tenant's id, a dot, and 256 random bits. */
record ClientToken(CompanyId tenant, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static ClientToken random(CompanyId tenant) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ClientToken(
                tenant, tenant + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty where the text names no tenant. */
    static Optional<ClientToken> of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) return Optional.empty();
        try {
            return Optional.of(new ClientToken(CompanyId.of(text.substring(0, dot)), text));
        } catch (IllegalArgumentException noTenant) {
            return Optional.empty();
        }
    }

    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    @Override
    public String toString() {
        return "token of " + tenant;
    }
}
