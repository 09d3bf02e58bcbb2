package dev.portolan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Puts what a signed-in person changed about themselves into their session. */
public final class SessionPerson {
    private final SecurityContextRepository sessions;

    public SessionPerson(SecurityContextRepository sessions) {
        this.sessions = sessions;
    }

    /** From now on the session's person is this one; it must be the same user. */
    public void becomes(SignedIn changed, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(PasswordSignIn.authenticated(changed));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
