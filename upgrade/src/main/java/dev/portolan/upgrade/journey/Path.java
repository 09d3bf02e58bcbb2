package dev.portolan.upgrade.journey;

import static dev.portolan.upgrade.journey.Step.*;

import java.util.List;

/** Which steps a company takes. */
public enum Path {
    /** Companies with end customers. */
    PARTNER(List.of(Step.values())),
    /** Companies without. */
    DIRECT(List.of(CHECK, WELCOME, SET_UP, VERIFY_ACCESS, API, TRANSFER_DATA, SUMMARY));

    private final List<Step> steps;

    Path(List<Step> steps) {
        this.steps = steps;
    }

    /** The steps in their order. */
    public List<Step> steps() {
        return steps;
    }
}
