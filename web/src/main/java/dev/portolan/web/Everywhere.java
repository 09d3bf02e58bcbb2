package dev.portolan.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the page skeleton reads on every page: {@code person} (null before sign-in) and {@code path}. */
@ControllerAdvice
final class Everywhere {

    @ModelAttribute("person")
    @Nullable
    SignedIn person() {
        return Languages.signedIn();
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
