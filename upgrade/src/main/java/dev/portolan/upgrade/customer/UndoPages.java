package dev.portolan.upgrade.customer;

import dev.portolan.contract.UndoOutlook;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.order.UndoOrders;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations.Reason;
import dev.portolan.upgrade.wizard.Elsewhere;
import dev.portolan.upgrade.wizard.Stop;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says in words and numbers what undoing a customer's transfer would do, then orders it. */
@Controller
class UndoPages {
    private final Customers customers;
    private final Orders orders;
    private final UndoOrders undos;

    UndoPages(Customers customers, Orders orders, UndoOrders undos) {
        this.customers = customers;
        this.orders = orders;
        this.undos = undos;
    }

    @GetMapping("/upgrade/customers/{customer}/undo")
    ModelAndView show(@AuthenticationPrincipal SignedIn person, @PathVariable UUID customer, Model model) {
        var row = row(person, customer);
        if (row.state() != MigrationState.MIGRATION_COMPLETED) return back(customer);
        return ask(person, row, model, HttpStatus.OK);
    }

    @PostMapping("/upgrade/customers/{customer}/undo")
    ModelAndView order(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable UUID customer,
            @RequestParam @Nullable String understood,
            Model model,
            RedirectAttributes flash) {
        var row = row(person, customer);
        if (row.state() == MigrationState.MIGRATION_COMPLETED && !"yes".equals(understood)) {
            model.addAttribute("stop", Stop.at("understood", "upgrade.stop.undo"));
            return ask(person, row, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean ordered = orders.undo(person.company(), row.id(), person.userId());
        flash.addFlashAttribute("notice", ordered ? "upgrade.notice.undo-ordered" : "upgrade.notice.undo-not");
        return back(customer);
    }

    private ModelAndView ask(SignedIn person, CustomerRow row, Model model, HttpStatus status) {
        var outlook = undos.outlook(person.company(), row.id()).orElse(null);
        model.addAttribute("row", row);
        model.addAttribute("outlook", outlook);
        model.addAttribute("obstacle", outlook == null ? null : obstacle(outlook));
        model.addAttribute("answers", Map.of());
        return new ModelAndView("upgrade/undo", model.asMap(), status);
    }

    private static @Nullable Reason obstacle(UndoOutlook outlook) {
        if (outlook.obstacle() == null) return null;
        return new Reason(outlook.obstacle(), outlook.about() == null ? List.of() : List.of(outlook.about()));
    }

    private CustomerRow row(SignedIn person, UUID customer) {
        return customers.row(person.company(), new CompanyId(customer)).orElseThrow(Refusal::notFound);
    }

    private static ModelAndView back(UUID customer) {
        return Elsewhere.to("/upgrade/customers/" + customer);
    }
}
