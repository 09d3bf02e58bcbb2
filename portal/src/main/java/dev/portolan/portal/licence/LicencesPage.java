package dev.portolan.portal.licence;

import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Licence pools, the history of one, and the rates. */
@Controller
@RequestMapping("/licences")
class LicencesPage {
    private final Authority authority;
    private final Pools pools;
    private final History history;

    LicencesPage(Authority authority, Pools pools, History history) {
        this.authority = authority;
        this.pools = pools;
        this.history = history;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn person, Model model) {
        authority.require(person, Right.READ_LICENCES);
        var all = pools.list(person.company());
        model.addAttribute("own", all.stream().filter(pool -> !pool.trial()).toList());
        model.addAttribute("trials", all.stream().filter(PoolView::trial).toList());
        return "portal/licences";
    }

    @GetMapping("/rates")
    String rates(@AuthenticationPrincipal SignedIn person, Model model) {
        authority.require(person, Right.READ_LICENCES);
        model.addAttribute("rates", history.rates());
        return "portal/rates";
    }

    @GetMapping("/{pool}")
    String history(@AuthenticationPrincipal SignedIn person, @PathVariable UUID pool, Model model) {
        authority.require(person, Right.READ_LICENCES);
        model.addAttribute("pool", pools.find(person.company(), pool).orElseThrow(Refusal::notFound));
        model.addAttribute("lines", history.newest(person.company(), pool));
        model.addAttribute("shown", History.SHOWN);
        return "portal/pool";
    }
}
