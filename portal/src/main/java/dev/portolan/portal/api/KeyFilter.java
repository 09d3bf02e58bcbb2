package dev.portolan.portal.api;

import dev.portolan.portal.token.TenantToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a program by its key; without a valid one the request stays anonymous. */
final class KeyFilter extends OncePerRequestFilter {
    static final String HEADER = "X-BLANCCO-API-KEY";

    private final ApiKeys keys;

    KeyFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(request.getHeader(HEADER))
                .flatMap(text -> TenantToken.of(text.strip()))
                .flatMap(keys::use)
                .ifPresent(holder -> {
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(new PreAuthenticatedAuthenticationToken(holder, "", List.of()));
                    SecurityContextHolder.setContext(context);
                });
        chain.doFilter(request, response);
    }
}
