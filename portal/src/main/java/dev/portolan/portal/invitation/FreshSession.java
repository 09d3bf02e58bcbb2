package dev.portolan.portal.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signs a person in right after sign-up, by the same check as the sign-in page, in a session of its own. */
@Component
class FreshSession {
    private final AuthenticationProvider passwords;
    private final SecurityContextRepository sessions;

    FreshSession(AuthenticationProvider passwordSignIn, SecurityContextRepository sessions) {
        this.passwords = passwordSignIn;
        this.sessions = sessions;
    }

    void begin(String email, String password, HttpServletRequest request, HttpServletResponse response) {
        var given = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        given.setDetails(new WebAuthenticationDetails(request));
        var proved = passwords.authenticate(given);
        if (proved == null) throw new IllegalStateException("the provider answers or throws");
        var old = request.getSession(false);
        if (old != null) old.invalidate();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(proved);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
