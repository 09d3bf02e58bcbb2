package dev.portolan.upgrade.wizard;

import dev.portolan.upgrade.journey.Journey;
import dev.portolan.upgrade.journey.JourneyEvent;
import dev.portolan.upgrade.journey.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.ui.Model;

/** One step: what it shows, keeps, refuses and does. */
public interface StepForm {
    Step step();

    /** Names of the fields that are kept; a box that is not ticked comes as the empty text. */
    default Set<String> fields() {
        return Set.of();
    }

    /** Adds what the page shows beside the saved answers. */
    default void show(Visit visit, Model model) {}

    /** What stops the step from going on; asked before the transaction, so it may ask the Portal. */
    default Optional<Stop> stop(Visit visit, Map<String, String> typed) {
        return Optional.empty();
    }

    /** Which event the answers mean. */
    default JourneyEvent event(Map<String, String> typed) {
        return JourneyEvent.NEXT;
    }

    /** The step's work, in the transaction that moves the journey; its row is locked. */
    default void work(Visit visit, Journey locked) {}
}
