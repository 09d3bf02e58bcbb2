package dev.portolan.cloud.user;

import dev.portolan.platform.Tenancy;
import dev.portolan.web.Listing;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The company's users. */
@Controller
@RequestMapping("/users")
class UsersPage {
    private static final int LONGEST = 200;

    private final Authority authority;
    private final Users users;
    private final UserStore store;
    private final Tenancy tenancy;

    UsersPage(Authority authority, Users users, UserStore store, Tenancy tenancy) {
        this.authority = authority;
        this.users = users;
        this.store = store;
        this.tenancy = tenancy;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        authority.require(person, Right.READ_USERS);
        var sought = q == null || q.isBlank() || q.indexOf(0) >= 0 || q.length() > LONGEST ? null : q.strip();
        int rows = Listing.size(size);
        tenancy.run(person.company(), () -> {
            int found = store.count(person.company(), sought);
            int shown = Listing.page(page, (found + rows - 1) / rows);
            var query = new LinkedHashMap<String, String>();
            if (sought != null) query.put("q", sought);
            query.put("size", Integer.toString(rows));
            model.addAttribute("q", sought);
            model.addAttribute("list", new Listing("/users", query, shown, rows, found, false));
            model.addAttribute("rows", store.users(person.company(), sought, (shown - 1) * rows, rows));
        });
        return "cloud/users";
    }

    @GetMapping("/{id}")
    String show(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, Model model) {
        authority.require(person, Right.READ_USERS);
        tenancy.run(person.company(), () -> {
            model.addAttribute("user", store.user(person.company(), id).orElseThrow(Refusal::notFound));
            model.addAttribute("roles", store.roles(person.company()));
        });
        return "cloud/user";
    }

    @PostMapping("/{id}/role")
    String changeRole(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, @RequestParam UUID role) {
        authority.require(person, Right.CHANGE_USERS);
        users.changeRole(person, id, role);
        return "redirect:/users/" + id;
    }

    @PostMapping("/{id}/disable")
    String disable(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.CHANGE_USERS);
        users.disable(person, id);
        return "redirect:/users/" + id;
    }

    @PostMapping("/{id}/enable")
    String enable(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.CHANGE_USERS);
        users.enable(person, id);
        return "redirect:/users/" + id;
    }
}
