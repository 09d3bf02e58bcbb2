package dev.portolan.upgrade.wizard;

import dev.portolan.upgrade.journey.Journey;
import dev.portolan.upgrade.journey.JourneyEvent;
import dev.portolan.upgrade.journey.JourneyTable;
import dev.portolan.upgrade.journey.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame around a step.
 *
 * @param step the step on the page
 * @param marks all steps of the path
 */
public record WizardView(Journey journey, Step step, List<Mark> marks) {
    public WizardView {
        marks = List.copyOf(marks);
    }

    /** One step beside the page. {@code href} is null where it cannot be opened yet. */
    public record Mark(
            Step step,
            int number,
            State state,
            boolean shown,
            @Nullable String href) {}

    /** How far a step is. */
    public enum State {
        DONE,
        CURRENT,
        /** Happens to customers on the present page. */
        OPEN,
        AHEAD
    }

    /** Whether the step was taken already: it is shown, but cannot be taken again. */
    public boolean past() {
        return journey.isPast(step) && step != Step.MANAGE_CUSTOMERS;
    }

    /** Whether the step can advance the journey. */
    public boolean current() {
        return journey.step() == step;
    }

    /** Whether Back moves the journey, or only shows the step before. */
    public boolean backMoves() {
        return current()
                && JourneyTable.next(journey.path(), step, JourneyEvent.BACK).isPresent();
    }

    /** The step before, for looking; null at the first. */
    public @Nullable Step before() {
        var steps = journey.path().steps();
        int index = steps.indexOf(step) - 1;
        while (index >= 0 && steps.get(index).happensToCustomers()) index--;
        return index < 0 ? null : steps.get(index);
    }

    /** Whether Next leads anywhere. */
    public boolean hasNext() {
        return current() && step != Step.SUMMARY;
    }

    /** Place of the step on its path, from one. */
    public int number() {
        return journey.path().steps().indexOf(step) + 1;
    }

    /** How many steps the path has. */
    public int count() {
        return journey.path().steps().size();
    }
}
