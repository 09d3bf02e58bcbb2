package dev.portolan.upgrade.customer;

import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.wizard.Elsewhere;
import dev.portolan.upgrade.wizard.Stop;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks in words and numbers before an act, then orders it. */
@Controller
class OrderPages {
    private static final int ASKED_FRESH = 50;

    private final Journeys journeys;
    private final Customers customers;
    private final CustomerList list;
    private final Orders orders;
    private final AccessRefresh refresh;
    private final Recheck recheck;

    OrderPages(
            Journeys journeys,
            Customers customers,
            CustomerList list,
            Orders orders,
            AccessRefresh refresh,
            Recheck recheck) {
        this.journeys = journeys;
        this.customers = customers;
        this.list = list;
        this.orders = orders;
        this.refresh = refresh;
        this.recheck = recheck;
    }

    /** What an act would do to the selection; changes nothing. */
    @PostMapping("/upgrade/customers/confirmation")
    ModelAndView confirm(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam Act act,
            @ModelAttribute Selection selection,
            Model model) {
        var plan = plan(person.company(), act, selected(person.company(), selection));
        return ask(person, plan, model, HttpStatus.OK);
    }

    @PostMapping("/upgrade/invitations")
    ModelAndView invite(
            @AuthenticationPrincipal SignedIn person, @ModelAttribute Selection selection, RedirectAttributes flash) {
        var wanted = selected(person.company(), selection);
        orders.requireDoorOpen(person.company());
        var refused = refuse(person, Plan.of(Act.INVITE, customers.rows(person.company(), wanted)), flash);
        list.checkAgain(person.company(), refused, person.userId());
        int done = orders.invite(person.company(), without(wanted, refused), person.userId());
        return done(flash, "upgrade.notice.invited", done, wanted.size() - refused.size());
    }

    @PostMapping("/upgrade/transfers")
    ModelAndView transfer(
            @AuthenticationPrincipal SignedIn person,
            @ModelAttribute Selection selection,
            @RequestParam @Nullable String withoutManager,
            Model model,
            RedirectAttributes flash) {
        var wanted = selected(person.company(), selection);
        var plan = Plan.of(Act.TRANSFER, customers.rows(person.company(), wanted));
        if (!plan.withoutManager().isEmpty() && !"yes".equals(withoutManager)) {
            model.addAttribute("stop", Stop.at("withoutManager", "upgrade.stop.without-manager"));
            return ask(person, plan, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var refused = refuse(person, plan, flash);
        int done = orders.transfer(person.company(), without(wanted, refused), person.userId());
        return done(flash, "upgrade.notice.transferred", done, wanted.size() - refused.size());
    }

    /** Those of the plan that no longer pass the checks; the page says why. */
    private List<CompanyId> refuse(SignedIn person, Plan plan, RedirectAttributes flash) {
        var refused = recheck.refused(person.company(), plan.fit());
        if (!refused.isEmpty()) flash.addFlashAttribute("refused", new ArrayList<>(refused));
        return refused.stream().map(one -> new CompanyId(one.id())).toList();
    }

    private static List<CompanyId> without(List<CompanyId> wanted, List<CompanyId> refused) {
        return wanted.stream().filter(customer -> !refused.contains(customer)).toList();
    }

    /** Checks again those of the selection that may be checked again. */
    @PostMapping("/upgrade/customers/validations")
    ModelAndView check(
            @AuthenticationPrincipal SignedIn person, @ModelAttribute Selection selection, RedirectAttributes flash) {
        var wanted = selected(person.company(), selection);
        int done = list.checkAgain(person.company(), wanted, person.userId());
        return done(flash, "upgrade.notice.checking", done, done);
    }

    private ModelAndView ask(SignedIn person, Plan plan, Model model, HttpStatus status) {
        var journey = journeys.find(person.company()).orElseThrow(Refusal::notFound);
        if (!journey.isOpen(Step.MANAGE_CUSTOMERS)) throw Refusal.notFound();
        if (plan.act() == Act.INVITE && !journey.mayStartCustomers())
            throw new Refusal(HttpStatus.CONFLICT, "upgrade_door_closed");
        model.addAttribute("plan", plan);
        model.addAttribute("answers", Map.of());
        return new ModelAndView("upgrade/confirmation", model.asMap(), status);
    }

    private Plan plan(CompanyId partner, Act act, List<CompanyId> wanted) {
        var plan = Plan.of(act, customers.rows(partner, wanted));
        if (act == Act.INVITE || plan.withoutManager().isEmpty()) return plan;
        var doubtful = plan.withoutManager().stream()
                .limit(ASKED_FRESH)
                .map(CustomerRow::id)
                .toList();
        refresh.now(partner, doubtful);
        return Plan.of(act, customers.rows(partner, wanted));
    }

    private List<CompanyId> selected(CompanyId partner, Selection selection) {
        return selection.everything()
                ? customers.ids(partner, selection.filter())
                : customers.own(partner, selection.ids());
    }

    private static ModelAndView done(RedirectAttributes flash, String notice, int done, int wanted) {
        flash.addFlashAttribute("notice", wanted > done ? notice + ".some" : notice);
        flash.addFlashAttribute("noticeArguments", new Object[] {done, wanted - done});
        flash.addFlashAttribute("selectionDone", true);
        return Elsewhere.to(Step.MANAGE_CUSTOMERS);
    }
}
