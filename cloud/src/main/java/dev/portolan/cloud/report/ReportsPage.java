package dev.portolan.cloud.report;

import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import dev.portolan.web.Listing;
import dev.portolan.web.SignedIn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of reports. */
@Controller
class ReportsPage {
    private final Tenancy tenancy;
    private final Authority authority;
    private final ReportList list;

    ReportsPage(Tenancy tenancy, Authority authority, ReportList list) {
        this.tenancy = tenancy;
        this.authority = authority;
        this.list = list;
    }

    @GetMapping("/reports")
    String show(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam @Nullable ReportKind kind,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable ErasureState state,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        authority.require(person, Right.READ_REPORTS);
        var search = new ReportSearch(kind, q, from, to, state, sort);
        tenancy.run(person.company(), () -> fill(person, search, page, Listing.size(size), model));
        model.addAttribute("search", search);
        model.addAttribute("kinds", ReportKind.values());
        model.addAttribute("states", ErasureState.values());
        return "cloud/reports";
    }

    private void fill(SignedIn person, ReportSearch search, @Nullable Integer asked, int size, Model model) {
        var zone = ZoneId.of(person.zone());
        int counted = list.count(person.company(), search, zone);
        int found = Math.min(counted, ReportList.MOST_COUNTED);
        int page = Listing.page(asked, (found + size - 1) / size);
        var query = new LinkedHashMap<>(search.parameters());
        query.put("size", Integer.toString(size));
        model.addAttribute("list", new Listing("/reports", query, page, size, found, counted > found));
        model.addAttribute("rows", list.rows(person.company(), search, zone, (page - 1) * size, size));
    }
}
