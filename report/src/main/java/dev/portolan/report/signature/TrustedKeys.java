package dev.portolan.report.signature;

import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;

/** The keys we vouch for, by the identifier that stands in log entries. */
@FunctionalInterface
public interface TrustedKeys {
    Optional<PublicKey> key(String keyId);

    static TrustedKeys of(Map<String, PublicKey> keys) {
        Map<String, PublicKey> known = Map.copyOf(keys);
        return keyId -> Optional.ofNullable(known.get(keyId));
    }
}
