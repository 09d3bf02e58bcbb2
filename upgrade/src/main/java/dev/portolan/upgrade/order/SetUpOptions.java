package dev.portolan.upgrade.order;

/**
 * Which users come over in stage one, and how they are ordered there. Users of the main group with a predefined role
 * always come.
 *
 * @param subGroups users of sub-groups come too, as Basic User
 * @param customRoles users with custom roles come too, as Basic User
 * @param keepHierarchy the groups come too; else all users stand on one level
 */
public record SetUpOptions(boolean subGroups, boolean customRoles, boolean keepHierarchy) {
    /** What is done where nobody chose otherwise. */
    public static final SetUpOptions DEFAULT = new SetUpOptions(false, false, false);
}
