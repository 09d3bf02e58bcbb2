package dev.portolan.cloud.operating;

import dev.portolan.cloud.operating.Operating.Act;
import dev.portolan.cloud.operating.Operating.ActOnAll;
import dev.portolan.cloud.user.Authority;
import dev.portolan.migration.RunHold;
import dev.portolan.web.Listing;
import dev.portolan.web.SignedIn;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The vendor's operator watches the runs of all companies, and pauses, cancels or retries them. */
@Controller
@RequestMapping("/transfers")
class TransfersPage {
    private static final int LONGEST = 200;

    private final Authority authority;
    private final TransferStore store;
    private final Operating operating;
    private final RunHold hold;

    TransfersPage(Authority authority, TransferStore store, Operating operating, RunHold hold) {
        this.authority = authority;
        this.store = store;
        this.operating = operating;
        this.hold = hold;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn operator,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String show,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        authority.requireOperator(operator);
        var sought = new TransferStore.Sought(name(q), Shown.of(show));
        var order = TransferOrderBy.of(sort);
        int rows = Listing.size(size);
        var totals = store.totals(operator.company(), sought.name());
        int found = totals.getOrDefault(sought.shown(), 0);
        int shown = Listing.page(page, (found + rows - 1) / rows);
        model.addAttribute("q", sought.name());
        model.addAttribute("shown", sought.shown());
        model.addAttribute("totals", totals);
        model.addAttribute("open", totals.getOrDefault(Shown.OPEN, 0));
        model.addAttribute("held", hold.standing().held());
        model.addAttribute("list", new Listing("/transfers", query(sought, order, rows), shown, rows, found, false));
        model.addAttribute("rows", store.rows(operator.company(), sought, order, (shown - 1) * rows, rows));
        return "cloud/transfers";
    }

    private static @Nullable String name(@Nullable String q) {
        return q == null || q.isBlank() || q.indexOf(0) >= 0 || q.length() > LONGEST ? null : q.strip();
    }

    private static Map<String, String> query(TransferStore.Sought sought, TransferOrderBy order, int rows) {
        var query = new LinkedHashMap<String, String>();
        if (sought.name() != null) query.put("q", sought.name());
        query.put("show", sought.shown().name());
        query.put("sort", order.parameter());
        query.put("size", Integer.toString(rows));
        return query;
    }

    @PostMapping
    String actOnAll(@AuthenticationPrincipal SignedIn operator, @RequestParam ActOnAll act, RedirectAttributes flash) {
        authority.requireOperator(operator);
        boolean done = operating.actOnAll(operator, act);
        flash.addFlashAttribute("notice", "cloud.transfers.done." + (done ? "all." + act : "nothing"));
        return "redirect:/transfers";
    }

    @PostMapping("/{run}")
    String act(
            @AuthenticationPrincipal SignedIn operator,
            @PathVariable UUID run,
            @RequestParam Act act,
            RedirectAttributes flash) {
        authority.requireOperator(operator);
        boolean done = operating.act(operator, run, act);
        flash.addFlashAttribute("notice", "cloud.transfers.done." + (done ? act : "nothing"));
        return "redirect:/transfers";
    }
}
