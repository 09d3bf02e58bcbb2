package dev.portolan.cloud.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.platform.CompanyId;
import dev.portolan.web.Accounts;
import dev.portolan.web.SignedIn;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The slow check is asked once for what it accepts, and again as soon as anything about the account changes. */
class BasicSignInTest {
    private static final String EMAIL = "user@company.example";

    private final People people = new People();
    private final Slow slow = new Slow();
    private final BasicSignIn signIn = new BasicSignIn(slow, people);

    @Test
    void asksTheSlowCheckOnce() {
        for (int i = 0; i < 5; i++) assertThat(given("right").isAuthenticated()).isTrue();
        assertThat(slow.asked).hasValue(1);
    }

    @Test
    void wrongPasswordsAreNeverRemembered() {
        for (int i = 0; i < 3; i++)
            assertThatThrownBy(() -> given("wrong")).isInstanceOf(BadCredentialsException.class);
        assertThat(slow.asked).hasValue(3);
    }

    @Test
    void forgetsAtAChangeOfPassword() {
        given("right");
        people.hash = "another";
        slow.password = "new";
        assertThatThrownBy(() -> given("right")).isInstanceOf(BadCredentialsException.class);
        assertThat(given("new").isAuthenticated()).isTrue();
    }

    @Test
    void forgetsAtAChangeOfRole() {
        given("right");
        people.rights = Set.of("READ_REPORTS");
        given("right");
        assertThat(given("right").getAuthorities()).hasSize(1);
        assertThat(slow.asked).hasValue(2);
    }

    @Test
    void forgetsWhenDisabledAndAsksAgainWhenEnabled() {
        given("right");
        people.disabled = true;
        slow.password = null;
        assertThatThrownBy(() -> given("right")).isInstanceOf(BadCredentialsException.class);
        people.disabled = false;
        slow.password = "right";
        given("right");
        assertThat(slow.asked).hasValue(3);
    }

    @Test
    void manyRequestsAtOnceAreOneCheck() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return given("right").isAuthenticated();
                    }))
                    .toList();
            start.countDown();
            for (Future<Boolean> each : all) assertThat(each.get()).isTrue();
        }
        assertThat(slow.asked).hasValueLessThan(5);
    }

    private Authentication given(String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(EMAIL, password));
    }

    private static final class Slow implements AuthenticationProvider {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile @Nullable String password = "right";

        @Override
        public Authentication authenticate(Authentication given) {
            asked.incrementAndGet();
            if (!given.getCredentials().equals(password)) throw new BadCredentialsException("wrong");
            return UsernamePasswordAuthenticationToken.authenticated(given.getPrincipal(), null, Set.of());
        }

        @Override
        public boolean supports(Class<?> type) {
            return true;
        }
    }

    private static final class People implements Accounts {
        private final UUID id = UUID.randomUUID();
        private volatile String hash = "hash";
        private volatile Set<String> rights = Set.of("READ_REPORTS", "EXPORT_REPORTS");
        private volatile boolean disabled;

        @Override
        public @Nullable Account find(String email) {
            var person = new SignedIn(
                    id, new CompanyId(new UUID(1, 1)), "Company", "CUSTOMER", EMAIL, "User", rights, null, null, "UTC");
            return disabled ? null : new Account(person, hash);
        }

        @Override
        public void signedIn(SignedIn person) {}

        @Override
        public void keepTastes(SignedIn person, @Nullable String language, @Nullable String theme) {}
    }
}
