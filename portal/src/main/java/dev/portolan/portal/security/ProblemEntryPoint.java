package dev.portolan.portal.security;

import dev.portolan.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a program that has not proved who it is with problem details, as every other refusal does. */
@Component
public class ProblemEntryPoint implements AuthenticationEntryPoint {
    private final HandlerExceptionResolver errors;

    ProblemEntryPoint(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        errors.resolveException(request, response, null, new Refusal(HttpStatus.UNAUTHORIZED, "unauthorized"));
    }
}
