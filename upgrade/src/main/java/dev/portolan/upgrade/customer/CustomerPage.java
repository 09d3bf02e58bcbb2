package dev.portolan.upgrade.customer;

import dev.portolan.contract.TenantAccess;
import dev.portolan.contract.TenantAccess.Person;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.access.PortalLink;
import dev.portolan.upgrade.certificate.Certificates;
import dev.portolan.upgrade.company.Companies;
import dev.portolan.upgrade.eligibility.Findings;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.status.Standings;
import dev.portolan.upgrade.status.Standings.Past;
import dev.portolan.upgrade.status.Status;
import dev.portolan.upgrade.wizard.Elsewhere;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one customer's row opens to: checks, people, progress, history, and what can be done. */
@Controller
class CustomerPage {
    private final Customers customers;
    private final CustomerList list;
    private final Findings findings;
    private final Standings standings;
    private final Companies companies;
    private final PortalLink portal;
    private final Orders orders;
    private final Tenancy tenancy;
    private final Certificates certificates;
    private final ObjectProvider<StageOneOrders> stageOne;

    CustomerPage(
            Customers customers,
            CustomerList list,
            Findings findings,
            Standings standings,
            Companies companies,
            PortalLink portal,
            Orders orders,
            Tenancy tenancy,
            Certificates certificates,
            ObjectProvider<StageOneOrders> stageOne) {
        this.customers = customers;
        this.list = list;
        this.findings = findings;
        this.standings = standings;
        this.companies = companies;
        this.portal = portal;
        this.orders = orders;
        this.tenancy = tenancy;
        this.certificates = certificates;
        this.stageOne = stageOne;
    }

    @GetMapping("/upgrade/customers/{customer}")
    String show(@AuthenticationPrincipal SignedIn person, @PathVariable UUID customer, Model model) {
        var row = row(person, customer);
        var history = standings.history(person.company(), row.id());
        model.addAttribute("row", row);
        model.addAttribute("findings", findings.of(person.company(), row.id()));
        model.addAttribute("history", history);
        model.addAttribute("certificate", certificates.newest(row.id()).orElse(null));
        model.addAttribute(
                "names",
                companies.names(
                        person.company(),
                        history.stream()
                                .map(Past::by)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
        Optional<TenantAccess> access =
                row.state().status() == Status.NOT_STARTED ? Optional.empty() : portal.access(row.id());
        model.addAttribute("people", access.map(TenantAccess::people).orElse(List.of()));
        model.addAttribute("silent", row.state().status() != Status.NOT_STARTED && access.isEmpty());
        return "upgrade/customer";
    }

    /** Checks the customer again. */
    @PostMapping("/upgrade/customers/{customer}/validations")
    ModelAndView check(@AuthenticationPrincipal SignedIn person, @PathVariable UUID customer) {
        list.checkAgain(person.company(), List.of(row(person, customer).id()), person.userId());
        return back(customer);
    }

    /** Orders stage one again after it failed. */
    @PostMapping("/upgrade/customers/{customer}/retry")
    ModelAndView retry(@AuthenticationPrincipal SignedIn person, @PathVariable UUID customer) {
        orders.retryStageOne(person.company(), row(person, customer).id(), person.userId());
        return back(customer);
    }

    /** Cancels a transfer up to its point of no return. */
    @PostMapping("/upgrade/customers/{customer}/cancellation")
    ModelAndView cancel(
            @AuthenticationPrincipal SignedIn person, @PathVariable UUID customer, RedirectAttributes flash) {
        var cancelling = orders.cancel(person.company(), row(person, customer).id(), person.userId());
        flash.addFlashAttribute("notice", "upgrade.cancelling." + cancelling);
        return back(customer);
    }

    /** Invites those again who have not signed up. */
    @PostMapping("/upgrade/customers/{customer}/invitations")
    ModelAndView inviteAgain(
            @AuthenticationPrincipal SignedIn person, @PathVariable UUID customer, RedirectAttributes flash) {
        var row = row(person, customer);
        if (row.state().status() == Status.NOT_STARTED) throw Refusal.notFound();
        var waiting = portal.access(row.id()).map(TenantAccess::people).orElse(List.of()).stream()
                .filter(invited -> invited.signedUpAt() == null)
                .map(Person::user)
                .toList();
        tenancy.run(
                person.company(),
                () -> stageOne.getObject().inviteAgain(person.company(), row.id(), waiting, person.userId()));
        flash.addFlashAttribute("notice", "upgrade.notice.invited-again");
        return back(customer);
    }

    private CustomerRow row(SignedIn person, UUID customer) {
        return customers.row(person.company(), new CompanyId(customer)).orElseThrow(Refusal::notFound);
    }

    private static ModelAndView back(UUID customer) {
        return Elsewhere.to("/upgrade/customers/" + customer);
    }
}
