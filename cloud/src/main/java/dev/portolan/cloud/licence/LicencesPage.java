package dev.portolan.cloud.licence;

import dev.portolan.cloud.audit.Audit;
import dev.portolan.cloud.audit.AuditAct;
import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Listing;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
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

/** Pools, what is reserved, and each pool's history. */
@Controller
@RequestMapping("/licences")
class LicencesPage {
    private static final int MOST_OPEN = 200;
    private static final int MOST_HISTORY = 10_000;

    private final Authority authority;
    private final LicenceFigures figures;
    private final Licences licences;
    private final Audit audit;
    private final Tenancy tenancy;
    private final Clock clock;

    LicencesPage(
            Authority authority, LicenceFigures figures, Licences licences, Audit audit, Tenancy tenancy, Clock clock) {
        this.authority = authority;
        this.figures = figures;
        this.licences = licences;
        this.audit = audit;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        authority.require(person, Right.READ_LICENCES);
        model.addAttribute("pools", figures.pools(person.company()));
        model.addAttribute("open", figures.open(person.company(), MOST_OPEN));
        model.addAttribute("today", LocalDate.now(clock));
        return "cloud/licences";
    }

    @GetMapping("/{pool}")
    String history(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable UUID pool,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        authority.require(person, Right.READ_LICENCES);
        var row = figures.pool(person.company(), pool).orElseThrow(Refusal::notFound);
        int rows = Listing.size(size);
        int counted = figures.historyCount(person.company(), pool, MOST_HISTORY + 1);
        int found = Math.min(counted, MOST_HISTORY);
        int shown = Listing.page(page, (found + rows - 1) / rows);
        var query = Map.of("size", Integer.toString(rows));
        model.addAttribute("pool", row);
        model.addAttribute("list", new Listing("/licences/" + pool, query, shown, rows, found, counted > found));
        model.addAttribute("rows", figures.history(person.company(), pool, (shown - 1) * rows, rows));
        return "cloud/licence-history";
    }

    @PostMapping("/reservations/{id}/release")
    String release(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.GIVE_LICENCES);
        tenancy.run(person.company(), () -> {
            licences.release(person.company(), id, person.userId());
            audit.note(person.company(), person.userId(), AuditAct.RESERVATION_RELEASED, id);
        });
        return "redirect:/licences";
    }
}
