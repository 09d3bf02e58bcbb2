package dev.portolan.upgrade.step;

import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.wizard.StepForm;
import dev.portolan.upgrade.wizard.Stop;
import dev.portolan.upgrade.wizard.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Step 2: the steps ahead, and "I understand". */
@Component
class WelcomeForm implements StepForm {

    @Override
    public Step step() {
        return Step.WELCOME;
    }

    @Override
    public Set<String> fields() {
        return Set.of("understood");
    }

    @Override
    public Optional<Stop> stop(Visit visit, Map<String, String> typed) {
        return "yes".equals(typed.get("understood"))
                ? Optional.empty()
                : Optional.of(Stop.at("understood", "upgrade.stop.understood"));
    }
}
