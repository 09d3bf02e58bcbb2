package dev.portolan.upgrade.stageone;

import dev.portolan.migration.Run;
import dev.portolan.upgrade.order.SetUpOptions;
import java.util.Map;

/** The options of an order as terms of its run. */
public final class OrderTerms {
    private static final String SUB_GROUPS = "sub-groups";
    private static final String CUSTOM_ROLES = "custom-roles";
    private static final String KEEP_HIERARCHY = "keep-hierarchy";

    private OrderTerms() {}

    public static Map<String, String> of(SetUpOptions options) {
        return Map.of(
                SUB_GROUPS, Boolean.toString(options.subGroups()),
                CUSTOM_ROLES, Boolean.toString(options.customRoles()),
                KEEP_HIERARCHY, Boolean.toString(options.keepHierarchy()));
    }

    public static SetUpOptions options(Run run) {
        return options(run.terms());
    }

    /** Reads the terms of a run; what is not there was not chosen. */
    public static SetUpOptions options(Map<String, String> terms) {
        return new SetUpOptions(
                Boolean.parseBoolean(terms.get(SUB_GROUPS)),
                Boolean.parseBoolean(terms.get(CUSTOM_ROLES)),
                Boolean.parseBoolean(terms.get(KEEP_HIERARCHY)));
    }
}
