package dev.portolan.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** Headers, sign-in and sign-out as both apps have them. */
public final class SecurityDefaults {
    /** What anybody may load. */
    public static final String[] OPEN_TO_ALL = {"/sign-in", "/tastes", "/webjars/**", "/portolan/**", "/error"};

    // Pages load nothing from another host, run no inline script and stand in nobody's frame.
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private SecurityDefaults() {}

    /** Sets the headers of every answer. */
    public static HttpSecurity headers(HttpSecurity http) {
        return http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }

    /**
     * Headers, and sign-in by e-mail and password on a page; the caller adds who may reach what. A page that swaps a
     * fragment (htmx) after its session has ended is sent to the sign-in page as a whole.
     */
    public static HttpSecurity pages(HttpSecurity http) {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && accepts(request.getHeader(HttpHeaders.ACCEPT))
                && request.getHeader("HX-Request") == null);
        return headers(http)
                .requestCache(requests -> requests.requestCache(cache))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .failureHandler((request, response, why) -> response.sendRedirect(
                                why instanceof LockedException ? "/sign-in?refused=locked" : "/sign-in?refused=wrong")))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        (request, response, why) -> {
                            response.setHeader("HX-Redirect", "/sign-in");
                            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                        },
                        new RequestHeaderRequestMatcher("HX-Request")));
    }

    private static boolean accepts(@org.jspecify.annotations.Nullable String accept) {
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
