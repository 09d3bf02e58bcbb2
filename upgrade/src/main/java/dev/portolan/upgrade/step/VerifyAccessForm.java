package dev.portolan.upgrade.step;

import dev.portolan.upgrade.access.AccessPanel;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.wizard.StepForm;
import dev.portolan.upgrade.wizard.Stop;
import dev.portolan.upgrade.wizard.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Step 4: goes on once somebody of the company really has signed in at the Portal. */
@Component
class VerifyAccessForm implements StepForm {
    private final AccessPanel panel;

    VerifyAccessForm(AccessPanel panel) {
        this.panel = panel;
    }

    @Override
    public Step step() {
        return Step.VERIFY_ACCESS;
    }

    @Override
    public Set<String> fields() {
        return Set.of("accountCreated");
    }

    @Override
    public void show(Visit visit, Model model) {
        model.addAttribute("access", panel.of(visit.company()));
        model.addAttribute("settings", panel.settings(visit.company(), visit.user()));
    }

    @Override
    public Optional<Stop> stop(Visit visit, Map<String, String> typed) {
        if (!"yes".equals(typed.get("accountCreated")))
            return Optional.of(Stop.at("accountCreated", "upgrade.stop.account-created"));
        var access = panel.of(visit.company());
        if (!access.answered()) return Optional.of(Stop.at("accountCreated", "upgrade.stop.portal-silent"));
        if (access.signedIn() > 0) return Optional.empty();
        return Optional.of(Stop.at("accountCreated", "upgrade.stop.nobody-signed-in", access.notSignedInNames()));
    }
}
