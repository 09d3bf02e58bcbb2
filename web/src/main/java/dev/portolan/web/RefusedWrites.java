package dev.portolan.web;

import dev.portolan.platform.restore.RestoreWatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every page and API that writes, while a database that was restored has not been compared. */
final class RefusedWrites implements HandlerInterceptor {
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final RestoreWatch watch;
    private final ReadsByPost reads;

    RefusedWrites(RestoreWatch watch, ReadsByPost reads) {
        this.watch = watch;
        this.reads = reads;
    }

    /** @throws Refusal {@code restored} (503, with Retry-After) */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READING.contains(request.getMethod())) return true;
        if (reads.contains(
                request.getRequestURI().substring(request.getContextPath().length()))) return true;
        if (watch.closed().isPresent()) throw Refusal.later("restored", PAUSE);
        return true;
    }
}
