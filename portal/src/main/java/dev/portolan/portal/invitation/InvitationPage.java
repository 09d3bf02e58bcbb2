package dev.portolan.portal.invitation;

import dev.portolan.platform.CompanyId;
import dev.portolan.portal.password.PasswordFault;
import dev.portolan.portal.password.PasswordRules;
import dev.portolan.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind an invitation's link. */
@Controller
@RequestMapping("/invitations/{tenant}/{token}")
class InvitationPage {
    private static final String PAGE = "portal/invitation";

    private final SignUp signUp;
    private final FreshSession sessions;

    InvitationPage(SignUp signUp, FreshSession sessions) {
        this.signUp = signUp;
        this.sessions = sessions;
    }

    /** The link's tenant and invitation; a link that never was and one of another tenant look the same. */
    record Link(CompanyId tenant, Invitation invitation) {}

    @ModelAttribute
    Link link(@PathVariable String tenant, @PathVariable String token) {
        return tenant(tenant)
                .flatMap(id -> signUp.find(id, new Token(token)).map(found -> new Link(id, found)))
                .orElseThrow(Refusal::notFound);
    }

    @GetMapping
    String show(@ModelAttribute Link link, Model model) {
        var state = signUp.state(link.invitation());
        model.addAttribute("state", state.name());
        model.addAttribute("invitation", link.invitation());
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return PAGE;
    }

    @PostMapping
    String accept(
            @ModelAttribute Link link,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var invitation = link.invitation();
        if (signUp.state(invitation) != Invitation.State.OPEN) return show(link, model);
        var fault = PasswordRules.fault(password, invitation.email(), invitation.name())
                .map(PasswordFault::key)
                .or(() -> password.equals(repeated) ? Optional.empty() : Optional.of("password.DIFFERENT"));
        if (fault.isPresent()) {
            model.addAttribute("fault", fault.get());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(link, model);
        }
        // Lost a race: the page, read afresh, says what the link is good for now.
        if (!signUp.complete(link.tenant(), invitation, password)) return "redirect:/invitations/{tenant}/{token}";
        sessions.begin(invitation.email(), password, request, response);
        return "redirect:/";
    }

    @PostMapping("/again")
    String again(@ModelAttribute Link link, Model model) {
        signUp.renew(link.tenant(), link.invitation());
        model.addAttribute("sent", true);
        return show(link, model);
    }

    private static Optional<CompanyId> tenant(String text) {
        try {
            return Optional.of(new CompanyId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
