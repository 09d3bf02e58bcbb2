package dev.portolan.cloud.entitlement;

import dev.portolan.cloud.user.Authority;
import dev.portolan.platform.CompanyId;
import dev.portolan.web.Listing;
import dev.portolan.web.SignedIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The vendor's operator entitles companies, one by one or in waves. */
@Controller
@RequestMapping("/entitlements")
class EntitlementsPage {
    private static final int LONGEST = 200;

    private final Authority authority;
    private final Entitlements entitlements;

    EntitlementsPage(Authority authority, Entitlements entitlements) {
        this.authority = authority;
        this.entitlements = entitlements;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn operator,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            @RequestParam @Nullable Integer entitled,
            Model model) {
        authority.requireOperator(operator);
        var sought = q == null || q.isBlank() || q.indexOf(0) >= 0 || q.length() > LONGEST ? null : q.strip();
        int rows = Listing.size(size);
        int found = entitlements.count(operator.company(), sought);
        int shown = Listing.page(page, (found + rows - 1) / rows);
        var query = new LinkedHashMap<String, String>();
        if (sought != null) query.put("q", sought);
        query.put("size", Integer.toString(rows));
        model.addAttribute("q", sought);
        model.addAttribute("entitled", entitled);
        model.addAttribute("list", new Listing("/entitlements", query, shown, rows, found, false));
        model.addAttribute("rows", entitlements.companies(operator.company(), sought, (shown - 1) * rows, rows));
        return "cloud/entitlements";
    }

    @PostMapping
    String entitle(
            @AuthenticationPrincipal SignedIn operator,
            @RequestParam(defaultValue = "") List<UUID> company,
            RedirectAttributes redirect) {
        authority.requireOperator(operator);
        long entitled = company.stream()
                .distinct()
                .filter(id -> entitlements.entitle(operator, new CompanyId(id)))
                .count();
        redirect.addAttribute("entitled", entitled);
        return "redirect:/entitlements";
    }
}
