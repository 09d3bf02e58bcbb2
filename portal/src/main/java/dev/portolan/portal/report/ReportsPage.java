package dev.portolan.portal.report;

import dev.portolan.platform.Tenancy;
import dev.portolan.portal.certificate.Certificates;
import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import dev.portolan.web.Listing;
import dev.portolan.web.SignedIn;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of reports, with its search. */
@Controller
class ReportsPage {
    private static final String NEWEST_FIRST = "-received";
    private static final Set<String> SORTS =
            Set.of("received", "-received", "erased", "-erased", "device", "-device", "state", "-state");

    private final Authority authority;
    private final Tenancy tenancy;
    private final ReportLists lists;
    private final Certificates certificates;

    ReportsPage(Authority authority, Tenancy tenancy, ReportLists lists, Certificates certificates) {
        this.authority = authority;
        this.tenancy = tenancy;
        this.lists = lists;
        this.certificates = certificates;
    }

    @GetMapping("/reports")
    String show(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam Map<String, String> query,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        authority.require(person, Right.READ_REPORTS);
        var search = ReportSearch.of(query);
        var zone = ZoneId.of(person.zone());
        var sort = SORTS.contains(query.getOrDefault("sort", "")) ? query.getOrDefault("sort", "") : NEWEST_FIRST;
        tenancy.run(person.company(), () -> {
            int counted = lists.count(person.company(), search, zone);
            int found = Math.min(counted, ReportLists.COUNTED);
            int rows = Listing.size(size);
            int at = Listing.page(page, (found + rows - 1) / rows);
            var parameters = search.query();
            boolean filtered = !parameters.isEmpty();
            parameters.put("sort", sort);
            if (rows != Listing.SIZES.getFirst()) parameters.put("size", Integer.toString(rows));
            model.addAttribute("list", new Listing("/reports", parameters, at, rows, found, counted > found));
            model.addAttribute("reports", lists.page(person.company(), search, zone, sort, at, rows));
            model.addAttribute("filtered", filtered);
        });
        model.addAttribute("certified", certificates.any(person.company()));
        model.addAttribute("search", search);
        model.addAttribute("states", ErasureState.values());
        model.addAttribute("kinds", ReportKind.values());
        return "portal/reports";
    }
}
