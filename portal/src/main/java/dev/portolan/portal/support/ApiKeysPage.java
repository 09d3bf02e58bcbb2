package dev.portolan.portal.support;

import dev.portolan.portal.api.ApiKeys;
import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.web.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes and revokes API keys. */
@Controller
@RequestMapping("/support/api-keys")
class ApiKeysPage {
    private static final int LONGEST_NAME = 100;

    private final Authority authority;
    private final ApiKeys keys;

    ApiKeysPage(Authority authority, ApiKeys keys) {
        this.authority = authority;
        this.keys = keys;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        authority.require(person, Right.EXPORT_REPORTS);
        model.addAttribute("keys", keys.list(person.company()));
        return "portal/api-keys";
    }

    /** Answers the page itself, not a redirect: the key is shown this once and stands nowhere after. */
    @PostMapping
    String make(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        authority.require(person, Right.EXPORT_REPORTS);
        var wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME || wanted.indexOf(0) >= 0) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("name", wanted);
            model.addAttribute("fault", "apiKey.fault.name");
        } else {
            model.addAttribute("made", keys.make(person.company(), person.userId(), wanted));
        }
        return show(person, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.EXPORT_REPORTS);
        keys.revoke(person.company(), person.userId(), id);
        return "redirect:/support/api-keys";
    }
}
