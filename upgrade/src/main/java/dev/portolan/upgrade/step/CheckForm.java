package dev.portolan.upgrade.step;

import dev.portolan.upgrade.company.Companies;
import dev.portolan.upgrade.journey.JourneyEvent;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.wizard.StepForm;
import dev.portolan.upgrade.wizard.Stop;
import dev.portolan.upgrade.wizard.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Step 1: has the company end customers? Where the Cloud knows better it says so and asks again. */
@Component
class CheckForm implements StepForm {
    private final Companies companies;

    CheckForm(Companies companies) {
        this.companies = companies;
    }

    @Override
    public Step step() {
        return Step.CHECK;
    }

    @Override
    public Set<String> fields() {
        return Set.of("partner", "partnerAsked");
    }

    @Override
    public void show(Visit visit, Model model) {
        model.addAttribute("customers", companies.managedCount(visit.company()));
    }

    @Override
    public Optional<Stop> stop(Visit visit, Map<String, String> typed) {
        var answer = typed.getOrDefault("partner", "");
        if (!answer.equals("yes") && !answer.equals("no"))
            return Optional.of(Stop.at("partner", "upgrade.stop.partner"));
        if (answer.equals(typed.get("partnerAsked"))) return Optional.empty();
        int customers = companies.managedCount(visit.company());
        if (answer.equals("no") && customers > 0)
            return Optional.of(Stop.at("partner", "upgrade.stop.has-customers", customers));
        if (answer.equals("yes") && customers == 0) return Optional.of(Stop.at("partner", "upgrade.stop.no-customers"));
        return Optional.empty();
    }

    @Override
    public JourneyEvent event(Map<String, String> typed) {
        return "yes".equals(typed.get("partner")) ? JourneyEvent.YES : JourneyEvent.NO;
    }
}
