package dev.portolan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The sign-in page, and a person's language and theme. */
@Controller
final class SignInPage {
    private static final Set<String> THEMES = Set.of("light", "dark", "");

    private final Accounts accounts;
    private final LocaleResolver languages;
    private final SessionPerson session;

    SignInPage(Accounts accounts, LocaleResolver languages, SessionPerson session) {
        this.accounts = accounts;
        this.languages = languages;
        this.session = session;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam @Nullable String refused, @RequestParam @Nullable String out, Model model) {
        model.addAttribute("refused", refused);
        model.addAttribute("signedOut", out != null);
        return "web/sign-in";
    }

    @PostMapping("/tastes")
    String keep(
            @AuthenticationPrincipal @Nullable SignedIn person,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null && !Languages.isSpoken(language) || theme != null && !THEMES.contains(theme))
            throw new Refusal(HttpStatus.BAD_REQUEST, "bad_request");
        if (language != null) languages.setLocale(request, response, Locale.of(language));
        if (person != null) keep(person, language, theme, request, response);
        // Only paths of this app: anything else could lead a person to another host.
        boolean own = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
        return "redirect:" + (own ? back : "/");
    }

    private void keep(
            SignedIn person,
            @Nullable String language,
            @Nullable String theme,
            HttpServletRequest request,
            HttpServletResponse response) {
        var newTheme = theme == null ? person.theme() : theme.isEmpty() ? null : theme;
        var changed = person.withTastes(language == null ? person.language() : language, newTheme);
        accounts.keepTastes(person, changed.language(), changed.theme());
        session.becomes(changed, request, response);
    }
}
