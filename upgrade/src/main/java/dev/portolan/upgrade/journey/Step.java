package dev.portolan.upgrade.journey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of the wizard, in their order. */
public enum Step {
    CHECK,
    WELCOME,
    SET_UP,
    VERIFY_ACCESS,
    API,
    /** The page of the end customers; the three steps after it happen on the same page. */
    MANAGE_CUSTOMERS,
    INVITE,
    STAGE_ONE_DONE,
    TRANSFER,
    INITIATE,
    TRANSFER_DATA,
    SUMMARY;

    /** The step's name in addresses: {@code verify-access}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Step> ofSlug(String slug) {
        return Arrays.stream(values()).filter(step -> step.slug().equals(slug)).findFirst();
    }

    /**
     * Whether the step happens to each customer on its own, on the page of step 6. A journey never stands at such a
     * step: how far it is follows from the customers' states.
     */
    public boolean happensToCustomers() {
        return this == INVITE || this == STAGE_ONE_DONE || this == TRANSFER;
    }
}
