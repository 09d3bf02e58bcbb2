package dev.portolan.cloud.security;

import dev.portolan.web.Accounts;
import dev.portolan.web.Accounts.Account;
import dev.portolan.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Checks the credentials of programs, which send them with every request. What a slow password hash has once accepted is
 * remembered as a hash keyed by a secret that only this process knows, beside what the account was like. The account is
 * read every time, so a changed password or role or a disabled user is forgotten at once, on every node.
 */
final class BasicSignIn implements AuthenticationProvider {
    private static final int REMEMBERED = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final AuthenticationProvider slow;
    private final Accounts accounts;
    private final SecretKeySpec key;
    private final ConcurrentHashMap<String, Known> accepted = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, ReentrantLock> checking = new ConcurrentHashMap<>();

    BasicSignIn(AuthenticationProvider slow, Accounts accounts) {
        this.slow = slow;
        this.accounts = accounts;
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** What an account was like when its credentials were accepted. */
    private record Known(UUID user, String passwordHash, Set<String> rights) {
        static Known of(Account account) {
            var person = account.person();
            return new Known(person.userId(), account.passwordHash(), person.rights());
        }
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var email = given.getName().strip().toLowerCase(Locale.ROOT);
        var credentials = keyedHash(email + '\0' + given.getCredentials());
        var known = remembered(email, credentials);
        if (known != null) return authenticated(known);
        // A program that starts with many requests at once has its password checked once, and uses up one try.
        var turn = checking.computeIfAbsent(credentials, each -> new ReentrantLock());
        turn.lock();
        try {
            var meanwhile = remembered(email, credentials);
            return meanwhile != null ? authenticated(meanwhile) : checked(email, credentials, given);
        } finally {
            checking.remove(credentials, turn);
            turn.unlock();
        }
    }

    private @Nullable SignedIn remembered(String email, String credentials) {
        var known = accepted.get(credentials);
        if (known == null) return null;
        var account = accounts.find(email);
        if (account != null && known.equals(Known.of(account))) return account.person();
        accepted.remove(credentials, known);
        return null;
    }

    /** The account is read before the check, so that what changes meanwhile is not remembered as it was not checked. */
    private Authentication checked(String email, String credentials, Authentication given) {
        var account = accounts.find(email);
        var result = Objects.requireNonNull(slow.authenticate(given), "refusals are thrown");
        if (accepted.size() >= REMEMBERED) accepted.clear();
        if (account != null) accepted.put(credentials, Known.of(account));
        return result;
    }

    private static Authentication authenticated(SignedIn person) {
        var authorities =
                person.rights().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }

    private String keyedHash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
