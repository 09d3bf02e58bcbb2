package dev.portolan.upgrade.wizard;

import dev.portolan.upgrade.customer.Totals;
import dev.portolan.upgrade.journey.Journey;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.wizard.WizardView.Mark;
import dev.portolan.upgrade.wizard.WizardView.State;
import java.util.ArrayList;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Draws the steps around a page. */
@Component
public class Frame {
    private final Totals totals;
    private final MessageSource texts;
    private final UpgradeNames names;

    Frame(Totals totals, MessageSource texts, UpgradeNames names) {
        this.totals = totals;
        this.texts = texts;
        this.names = names;
    }

    /** Puts the frame around a step of the visitor's journey, and the step's title, into the model. */
    public void into(Model model, Visit visit, Step shown) {
        model.addAttribute("wizard", around(visit, shown));
        model.addAttribute(
                "title",
                texts.getMessage(
                        "upgrade.title." + shown,
                        new Object[] {names.portal(), names.portalShort()},
                        LocaleContextHolder.getLocale()));
    }

    private WizardView around(Visit visit, Step shown) {
        var journey = visit.journey();
        var counts = journey.isOpen(Step.MANAGE_CUSTOMERS) ? totals.of(visit.company()) : Totals.Counts.NONE;
        var marks = new ArrayList<Mark>();
        for (var step : journey.path().steps()) {
            var state = state(journey, step, counts);
            var href = state == State.AHEAD ? null : Elsewhere.href(step);
            marks.add(new Mark(step, marks.size() + 1, state, step == shown, href));
        }
        return new WizardView(journey, shown, marks);
    }

    private static State state(Journey journey, Step step, Totals.Counts counts) {
        boolean happened = switch (step) {
            case INVITE -> counts.invited() > 0;
            case STAGE_ONE_DONE -> counts.stageOneDone() > 0;
            case TRANSFER -> counts.transferred() > 0;
            case CHECK, WELCOME, SET_UP, VERIFY_ACCESS, API, MANAGE_CUSTOMERS, INITIATE, TRANSFER_DATA, SUMMARY ->
                journey.isPast(step);
        };
        if (happened) return State.DONE;
        if (step.happensToCustomers()) return journey.isOpen(Step.MANAGE_CUSTOMERS) ? State.OPEN : State.AHEAD;
        return journey.step() == step ? State.CURRENT : State.AHEAD;
    }
}
