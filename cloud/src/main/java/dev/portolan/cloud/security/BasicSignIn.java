package dev.portolan.cloud.security;

import dev.portolan.web.Accounts;
import dev.portolan.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Checks the credentials of programs, which send them with every request. What a slow password hash has once accepted is
 * remembered as a keyed hash beside the password hash it was accepted for; the account is read every time, so a changed
 * password or a disabled user is refused at once, on every node.
 */
final class BasicSignIn implements AuthenticationProvider {
    private static final int REMEMBERED = 10_000;

    private final AuthenticationProvider slow;
    private final Accounts accounts;
    private final SecretKeySpec key;
    private final ConcurrentHashMap<String, String> accepted = new ConcurrentHashMap<>();

    BasicSignIn(AuthenticationProvider slow, Accounts accounts, @Value("${portolan.secret}") String secret) {
        this.slow = slow;
        this.accounts = accounts;
        this.key = new SecretKeySpec(("basic " + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var email = given.getName().strip().toLowerCase(Locale.ROOT);
        var account = accounts.find(email);
        var credentials = keyedHash(email + '\0' + given.getCredentials());
        if (account != null && account.passwordHash().equals(accepted.get(credentials)))
            return authenticated(account.person());
        var result = Objects.requireNonNull(slow.authenticate(given), "refusals are thrown");
        if (account != null) remember(credentials, account.passwordHash());
        return result;
    }

    private void remember(String credentials, String passwordHash) {
        if (accepted.size() >= REMEMBERED) accepted.clear();
        accepted.put(credentials, passwordHash);
    }

    private static Authentication authenticated(SignedIn person) {
        var authorities =
                person.rights().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }

    private String keyedHash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
