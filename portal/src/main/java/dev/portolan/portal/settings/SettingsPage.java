package dev.portolan.portal.settings;

import dev.portolan.portal.password.PasswordFault;
import dev.portolan.portal.password.PasswordRules;
import dev.portolan.portal.user.OwnAccount;
import dev.portolan.web.SessionPerson;
import dev.portolan.web.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own settings. */
@Controller
@RequestMapping("/settings")
class SettingsPage {
    private static final int LONGEST_NAME = 200;

    private final OwnAccount account;
    private final SessionPerson session;

    SettingsPage(OwnAccount account, SessionPerson session) {
        this.account = account;
        this.session = session;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        if (!model.containsAttribute("name")) model.addAttribute("name", person.name());
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "portal/settings";
    }

    @PostMapping("/name")
    String rename(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        var wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME || wanted.indexOf(0) >= 0) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("name", wanted);
            model.addAttribute("nameFault", "user.fault.name");
            return show(person, model);
        }
        account.rename(person, wanted);
        session.becomes(person.withName(wanted), request, response);
        after.addFlashAttribute("saved", "settings.saved.name");
        return "redirect:/settings";
    }

    @PostMapping("/password")
    String changePassword(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var fault = PasswordRules.fault(password, person.email(), person.name())
                .map(PasswordFault::key)
                .or(() -> password.equals(repeated) ? Optional.empty() : Optional.of("password.DIFFERENT"));
        if (fault.isEmpty() && !account.changePassword(person, current, password))
            fault = Optional.of("password.WRONG");
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fault", fault.get());
            return show(person, model);
        }
        after.addFlashAttribute("saved", "settings.saved.password");
        return "redirect:/settings";
    }
}
