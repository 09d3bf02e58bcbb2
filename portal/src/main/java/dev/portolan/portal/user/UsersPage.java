package dev.portolan.portal.user;

import dev.portolan.platform.Tenancy;
import dev.portolan.web.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The users of a tenant: who there is, inviting, disabling. */
@Controller
@RequestMapping("/users")
class UsersPage {
    // One @ with something on both sides and a dot in the domain; the mail server has the last word.
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\"(),:;]+@[^@\\s<>\"(),:;]+\\.[^@\\s<>\"(),:;.]+");
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 200;

    private final Authority authority;
    private final Tenancy tenancy;
    private final UserStore store;
    private final Users users;

    UsersPage(Authority authority, Tenancy tenancy, UserStore store, Users users) {
        this.authority = authority;
        this.tenancy = tenancy;
        this.store = store;
        this.users = users;
    }

    /** What was typed into the form. */
    record Form(String email, String name, @Nullable UUID role) {}

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        authority.require(person, Right.READ_USERS);
        tenancy.run(person.company(), () -> {
            model.addAttribute("users", store.list(person.company()));
            model.addAttribute("roles", store.roles(person.company()));
        });
        if (!model.containsAttribute("form")) model.addAttribute("form", new Form("", "", null));
        if (!model.containsAttribute("faults")) model.addAttribute("faults", Map.of());
        return "portal/users";
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam @Nullable UUID role,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        authority.require(person, Right.CHANGE_USERS);
        var form = new Form(email.strip().toLowerCase(Locale.ROOT), name.strip(), role);
        var roles = tenancy.within(person.company(), () -> store.roles(person.company()));
        var faults = faults(form, roles);
        if (faults.isEmpty() && role != null && !users.add(person, new Users.NewUser(form.email(), form.name(), role)))
            faults.put("email", "user.fault.taken");
        if (faults.isEmpty()) {
            after.addFlashAttribute("invited", form.email());
            return "redirect:/users";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return show(person, model);
    }

    @PostMapping("/{id}/invitation")
    String invite(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, RedirectAttributes after) {
        authority.require(person, Right.CHANGE_USERS);
        users.inviteAgain(person, id);
        after.addFlashAttribute("invitedAgain", true);
        return "redirect:/users";
    }

    @PostMapping("/{id}/disable")
    String disable(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.CHANGE_USERS);
        users.disable(person, id, true);
        return "redirect:/users";
    }

    @PostMapping("/{id}/enable")
    String enable(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.CHANGE_USERS);
        users.disable(person, id, false);
        return "redirect:/users";
    }

    private static Map<String, String> faults(Form form, List<UserStore.Role> roles) {
        var faults = new LinkedHashMap<String, String>();
        if (form.email().length() > LONGEST_ADDRESS
                || !ADDRESS.matcher(form.email()).matches()) faults.put("email", "user.fault.email");
        if (form.name().isEmpty()
                || form.name().length() > LONGEST_NAME
                || form.name().indexOf(0) >= 0) faults.put("name", "user.fault.name");
        if (roles.stream().noneMatch(role -> role.roleId().equals(form.role()))) faults.put("role", "user.fault.role");
        return faults;
    }
}
