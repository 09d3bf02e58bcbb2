package dev.portolan.cloud.apiuse;

import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.web.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who calls the API, and how. */
@Controller
class ApiUsePage {
    private final Authority authority;
    private final ApiCalls calls;

    ApiUsePage(Authority authority, ApiCalls calls) {
        this.authority = authority;
        this.calls = calls;
    }

    @GetMapping("/api-use")
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        authority.require(person, Right.READ_API_USE);
        model.addAttribute("uses", calls.uses(person.company()));
        return "cloud/api-use";
    }
}
