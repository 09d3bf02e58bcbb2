package dev.portolan.cloud.legacy;

import dev.portolan.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers what goes wrong below {@code /rest-service/} as the old API did; programs of the field read no problem details. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LegacyErrors implements HandlerExceptionResolver {
    private static final Logger log = LoggerFactory.getLogger(LegacyErrors.class);
    private static final String BAD_REQUEST = "MC_BAD_REQUEST";

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception why) {
        if (!request.getRequestURI().startsWith("/rest-service/")) return null;
        if (why instanceof IOException || why instanceof UncheckedIOException) return clientGone(request);
        if (response.isCommitted()) throw new CutOff(why);
        try {
            answer(request, response, why);
        } catch (IOException gone) {
            return clientGone(request);
        }
        return new ModelAndView();
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        switch (why) {
            case BadExport bad ->
                LegacyAnswer.write(response, HttpServletResponse.SC_BAD_REQUEST, BAD_REQUEST, bad.reason());
            case Refusal refusal -> refused(response, refusal);
            case MaxUploadSizeExceededException _ ->
                LegacyAnswer.write(
                        response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "MC_TOO_LARGE", "too large");
            case MultipartException _ ->
                LegacyAnswer.write(
                        response, HttpServletResponse.SC_BAD_REQUEST, BAD_REQUEST, "the multipart body cannot be read");
            default -> other(request, response, why);
        }
    }

    private static void refused(HttpServletResponse response, Refusal refusal) throws IOException {
        var reason = switch (refusal.code()) {
            case "unauthorized" -> "user and password are missing or do not match";
            case "too_many_tries" -> "too many tries with a wrong password: try again later";
            case "forbidden" -> "the role of this user does not allow to export reports";
            default -> refusal.code();
        };
        LegacyAnswer.write(
                response, refusal.status().value(), "MC_" + refusal.status().name(), reason);
    }

    private static void other(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        if (why instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            LegacyAnswer.write(response, status.value(), "MC_" + status.name(), status.getReasonPhrase());
            return;
        }
        log.error("fault method={} path={}", request.getMethod(), request.getRequestURI(), why);
        LegacyAnswer.write(
                response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "MC_INTERNAL_SERVER_ERROR", "internal error");
    }

    private static ModelAndView clientGone(HttpServletRequest request) {
        log.debug("client gone path={}", request.getRequestURI());
        return new ModelAndView();
    }

    /** Ends the connection in the middle of an answer, so that no client takes the part for the whole. */
    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1;

        private CutOff(Exception why) {
            super("an answer was cut off", why);
        }
    }
}
