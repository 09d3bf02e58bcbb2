package dev.portolan.web;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks e-mail and password. Tries are limited for each address on the network and e-mail together, so nobody can lock
 * another person out from elsewhere; an unknown e-mail costs the same time as a wrong password.
 */
final class PasswordSignIn implements AuthenticationProvider {
    private static final int TRIES = 10;
    private static final Duration REFILL = Duration.ofMinutes(5);
    private static final int REMEMBERED = 100_000;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final String nobody;
    private final ConcurrentHashMap<String, Bucket> tries = new ConcurrentHashMap<>();

    PasswordSignIn(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.nobody = encoder.encode("a password that nobody has");
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var email = given.getName().strip().toLowerCase(Locale.ROOT);
        var bucket = bucket(email, given);
        if (!bucket.tryConsume(1)) throw new LockedException("too many tries");
        var account = accounts.find(email);
        var password = String.valueOf(given.getCredentials());
        boolean right = encoder.matches(password, account == null ? nobody : account.passwordHash());
        if (account == null || !right) throw new BadCredentialsException("wrong e-mail or password");
        bucket.reset();
        accounts.signedIn(account.person());
        return authenticated(account.person());
    }

    /** The authentication of a person whose identity has been proved. */
    static Authentication authenticated(SignedIn person) {
        var authorities =
                person.rights().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }

    private Bucket bucket(String email, Authentication given) {
        // Under attack with made-up addresses the memory stays bounded; forgetting only gives tries back.
        if (tries.size() > REMEMBERED) tries.clear();
        var from = given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return tries.computeIfAbsent(
                from + ' ' + email,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(TRIES).refillGreedy(TRIES, REFILL))
                        .build());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
