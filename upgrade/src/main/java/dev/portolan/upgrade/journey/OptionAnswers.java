package dev.portolan.upgrade.journey;

import dev.portolan.upgrade.order.SetUpOptions;

/** The options of stage one as a journey keeps them. */
public final class OptionAnswers {
    public static final String SUB_GROUPS = "subGroups";
    public static final String CUSTOM_ROLES = "customRoles";
    public static final String HIERARCHY = "hierarchy";

    private OptionAnswers() {}

    /** What was chosen in step 3; it holds for the customers too. */
    public static SetUpOptions of(Journey journey) {
        return new SetUpOptions(
                journey.ticked(SUB_GROUPS),
                journey.ticked(CUSTOM_ROLES),
                journey.answer(HIERARCHY).equals("keep"));
    }
}
