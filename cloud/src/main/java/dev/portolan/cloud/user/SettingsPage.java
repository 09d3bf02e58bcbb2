package dev.portolan.cloud.user;

import dev.portolan.web.SessionPerson;
import dev.portolan.web.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own name, password, language and theme. */
@Controller
@RequestMapping("/settings")
class SettingsPage {
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 100;

    private final Users users;
    private final SessionPerson session;

    SettingsPage(Users users, SessionPerson session) {
        this.users = users;
        this.session = session;
    }

    @GetMapping
    String show() {
        return "cloud/settings";
    }

    @PostMapping("/name")
    String rename(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME || wanted.chars().anyMatch(Character::isISOControl))
            return refused("nameRefused", "cloud.settings.name.refused", model, response);
        users.rename(person, wanted);
        session.becomes(person.withName(wanted), request, response);
        return "redirect:/settings?saved";
    }

    @PostMapping("/password")
    String changePassword(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam String current,
            @RequestParam String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (wanted.length() < SHORTEST_PASSWORD || wanted.length() > LONGEST_PASSWORD)
            return refused("wantedRefused", "cloud.settings.password.short", model, response);
        if (!users.changePassword(person, current, wanted, request.getSession().getId()))
            return refused("currentRefused", "cloud.settings.password.wrong", model, response);
        return "redirect:/settings?saved";
    }

    private static String refused(String field, String text, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(field, text);
        return "cloud/settings";
    }
}
