package dev.portolan.upgrade.company;

import java.util.List;

/**
 * A custom role beside Basic User, which it becomes.
 *
 * @param users how many have it
 * @param rights every right that one of the two has
 */
public record RoleDifference(String role, int users, List<Right> rights) {
    public RoleDifference {
        rights = List.copyOf(rights);
    }

    /** One right, by its stable name. */
    public record Right(String name, boolean before, boolean after) {
        public boolean gained() {
            return after && !before;
        }
    }

    /** Whether somebody would get a right they did not have. */
    public boolean givesMore() {
        return rights.stream().anyMatch(Right::gained);
    }
}
