package dev.portolan.upgrade.customer;

import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Status;
import dev.portolan.upgrade.wizard.Elsewhere;
import dev.portolan.upgrade.wizard.Frame;
import dev.portolan.upgrade.wizard.Visit;
import dev.portolan.web.Listing;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Steps 6 to 9: the list of customers, and its rows as they change. */
@Controller
class ManageCustomersPage {
    private static final Set<String> COLUMNS =
            Set.of("name", "users", "licences", "reports", "clients", "status", "changed");

    private final Journeys journeys;
    private final Customers customers;
    private final CustomerList list;
    private final Totals totals;
    private final AccessRefresh refresh;
    private final Frame frame;

    ManageCustomersPage(
            Journeys journeys,
            Customers customers,
            CustomerList list,
            Totals totals,
            AccessRefresh refresh,
            Frame frame) {
        this.journeys = journeys;
        this.customers = customers;
        this.list = list;
        this.totals = totals;
        this.refresh = refresh;
        this.frame = frame;
    }

    @GetMapping("/upgrade/manage-customers")
    ModelAndView show(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam @Nullable Status status,
            @RequestParam @Nullable MigrationState state,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        var journey = journeys.find(person.company()).orElse(null);
        if (journey == null) return Elsewhere.to("/upgrade");
        if (!journey.isOpen(Step.MANAGE_CUSTOMERS)) return Elsewhere.to(journey.step());
        list.bringIn(person.company());
        refresh.soon(person.company());
        var filter = new CustomerFilter(status, state, q);
        fill(model, person.company(), filter, known(sort), page, Listing.size(size));
        model.addAttribute("doorOpen", journey.mayStartCustomers());
        frame.into(model, new Visit(person, journey), Step.MANAGE_CUSTOMERS);
        return new ModelAndView("upgrade/wizard", model.asMap());
    }

    private void fill(
            Model model, CompanyId partner, CustomerFilter filter, String sort, @Nullable Integer page, int size) {
        int found = customers.count(partner, filter);
        int shown = Listing.page(page, (found + size - 1) / size);
        var query = new LinkedHashMap<>(filter.query());
        query.put("sort", sort);
        query.put("size", Integer.toString(size));
        model.addAttribute("listing", new Listing("/upgrade/manage-customers", query, shown, size, found, false));
        model.addAttribute("rows", customers.page(partner, filter, sort, shown, size));
        model.addAttribute("filter", filter);
        model.addAttribute("counts", totals.of(partner));
    }

    private static String known(String sort) {
        return COLUMNS.contains(sort.startsWith("-") ? sort.substring(1) : sort) ? sort : "name";
    }

    /**
     * The rows that look different by now, and the totals. A POST, since a hundred rows with their marks are too long for
     * an address; it changes nothing.
     *
     * @param seen id and mark of each row on the page, with a colon between
     */
    @PostMapping("/upgrade/customers/changes")
    String changes(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(required = false) @Nullable List<String> seen,
            @RequestParam @Nullable Status status,
            @RequestParam @Nullable MigrationState state,
            @RequestParam @Nullable String q,
            Model model) {
        refresh.soon(person.company());
        var marks = marks(seen == null ? List.of() : seen);
        var shown = customers.own(person.company(), List.copyOf(marks.keySet()));
        var changed = customers.rows(person.company(), shown).stream()
                .filter(row -> !row.mark().equals(marks.get(row.id())))
                .toList();
        model.addAttribute("rows", changed);
        model.addAttribute("counts", totals.of(person.company()));
        model.addAttribute("filter", new CustomerFilter(status, state, q));
        return "upgrade/customer-changes";
    }

    private static Map<CompanyId, String> marks(List<String> seen) {
        var marks = new HashMap<CompanyId, String>();
        for (var one : seen) {
            int colon = one.indexOf(':');
            if (colon < 0) throw new Refusal(HttpStatus.BAD_REQUEST, "bad_request");
            try {
                marks.put(CompanyId.of(one.substring(0, colon)), one.substring(colon + 1));
            } catch (IllegalArgumentException none) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "bad_request");
            }
        }
        return marks;
    }
}
