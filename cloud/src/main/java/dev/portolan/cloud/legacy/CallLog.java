package dev.portolan.cloud.legacy;

import dev.portolan.cloud.apiuse.ApiCalls;
import dev.portolan.platform.CompanyId;
import dev.portolan.web.Accounts;
import dev.portolan.web.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes every call of the legacy API, also those that are refused, for the user whose address they carry. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class CallLog extends OncePerRequestFilter {
    private static final String PREFIX = "/rest-service/";
    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final ApiCalls calls;

    CallLog(Accounts accounts, ApiCalls calls) {
        this.accounts = accounts;
        this.calls = calls;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PREFIX);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            // What is refused for too many tries is not noted: nobody fills the log by guessing.
            if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED
                    && response.getHeader(HttpHeaders.RETRY_AFTER) != null) return;
            var email = email(request.getHeader(HttpHeaders.AUTHORIZATION));
            var account = email == null ? null : accounts.find(email);
            if (account != null) note(account.person(), request, response.getStatus());
        }
    }

    private void note(SignedIn person, HttpServletRequest request, int status) {
        CompanyId company = person.company();
        UUID user = person.userId();
        var path = request.getRequestURI();
        var endpoint = path.substring(0, Math.min(LONGEST, path.length()));
        calls.note(company, user, request.getMethod(), endpoint, status);
    }

    private static @Nullable String email(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) return null;
        try {
            var credentials = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            return colon < 1 ? null : credentials.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
