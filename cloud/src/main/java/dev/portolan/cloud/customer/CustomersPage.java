package dev.portolan.cloud.customer;

import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Listing;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A partner's customers. */
@Controller
class CustomersPage {
    private static final int LONGEST = 200;

    private final Authority authority;
    private final Tenancy tenancy;
    private final ManagedCompanies companies;

    CustomersPage(Authority authority, Tenancy tenancy, ManagedCompanies companies) {
        this.authority = authority;
        this.tenancy = tenancy;
        this.companies = companies;
    }

    @GetMapping("/customers")
    String show(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        if (!person.companyKind().equals("PARTNER")) throw Refusal.forbidden();
        authority.require(person, Right.READ_CUSTOMERS);
        var sought = q == null || q.isBlank() || q.indexOf(0) >= 0 || q.length() > LONGEST ? null : q.strip();
        int rows = Listing.size(size);
        tenancy.run(person.company(), () -> {
            int found = companies.count(person.company(), sought);
            int shown = Listing.page(page, (found + rows - 1) / rows);
            var query = new LinkedHashMap<String, String>();
            if (sought != null) query.put("q", sought);
            query.put("size", Integer.toString(rows));
            model.addAttribute("q", sought);
            model.addAttribute("list", new Listing("/customers", query, shown, rows, found, false));
            model.addAttribute("rows", companies.rows(person.company(), sought, (shown - 1) * rows, rows));
        });
        return "cloud/customers";
    }
}
