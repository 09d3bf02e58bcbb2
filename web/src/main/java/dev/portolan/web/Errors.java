package dev.portolan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns every refusal and fault into a page for a browser or problem details (RFC 9457) for a program. */
@ControllerAdvice
@Order(0)
final class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private final MessageSource texts;

    Errors(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        var why = texts.getMessage("refusal." + refusal.code(), refusal.arguments(), locale);
        var problem = problem(refusal.status(), refusal.code(), why);
        refusal.members().forEach(problem::setProperty);
        var headers = new HttpHeaders();
        var retryAfter = refusal.members().get(Refusal.RETRY_AFTER);
        if (retryAfter != null) headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        return answer(problem, headers, request);
    }

    @ExceptionHandler
    Object anythingElse(Exception fault, HttpServletRequest request, Locale locale) {
        if (fault instanceof ErrorResponse known) return knownToSpring(known, request, locale);
        if (fault instanceof AccessDeniedException) return refused(Refusal.forbidden(), request, locale);
        if (fault instanceof MethodArgumentTypeMismatchException
                || fault instanceof HttpMessageNotReadableException
                || fault instanceof BindException)
            return refused(new Refusal(HttpStatus.BAD_REQUEST, "bad_request"), request, locale);
        log.error("fault method={} path={}", request.getMethod(), request.getRequestURI(), fault);
        return refused(new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "fault"), request, locale);
    }

    private Object knownToSpring(ErrorResponse known, HttpServletRequest request, Locale locale) {
        var status = known.getStatusCode();
        var code = codeOf(status);
        var why = texts.getMessage("refusal." + code, null, locale);
        return answer(problem(status, code, why), known.getHeaders(), request);
    }

    private static String codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 413 -> "too_large";
            case 415 -> "unsupported_media_type";
            default -> status.is4xxClientError() ? "bad_request" : "fault";
        };
    }

    private static ProblemDetail problem(HttpStatusCode status, String code, String why) {
        var problem = ProblemDetail.forStatusAndDetail(status, why);
        problem.setType(URI.create("urn:portolan:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    private static Object answer(ProblemDetail problem, HttpHeaders headers, HttpServletRequest request) {
        if (!wantsPage(request))
            return ResponseEntity.status(problem.getStatus())
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        var page = new ModelAndView("web/error");
        page.setStatus(HttpStatusCode.valueOf(problem.getStatus()));
        page.addObject("status", problem.getStatus());
        page.addObject("why", problem.getDetail());
        return page;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
