package dev.portolan.cloud.user;

import java.util.EnumSet;
import java.util.Set;

/** What a role allows. The names stand in the rows of roles and go to the Portal with them. */
public enum Right {
    READ_REPORTS,
    EXPORT_REPORTS,
    /** Reserve licences and send reports, with an erasure client. */
    ERASE,
    READ_LICENCES,
    GIVE_LICENCES,
    READ_USERS,
    CHANGE_USERS,
    READ_CUSTOMERS,
    READ_API_USE,
    READ_AUDIT,
    /** Walk the upgrade wizard. */
    UPGRADE;

    /**
     * Stands beside the rights of a signed-in person whose role is the predefined one: what is for managers only asks
     * for it, so that no custom role can stand in.
     */
    public static final String MANAGER = "MANAGER";

    /** The rights of the predefined role Manager: all. */
    public static final Set<Right> OF_MANAGER = Set.copyOf(EnumSet.allOf(Right.class));

    /** The rights of the predefined role Basic User. */
    public static final Set<Right> OF_BASIC_USER = Set.of(READ_REPORTS, EXPORT_REPORTS, ERASE, READ_LICENCES);

    /** The rights of the predefined role Auditor. */
    public static final Set<Right> OF_AUDITOR =
            Set.of(READ_REPORTS, EXPORT_REPORTS, READ_LICENCES, READ_USERS, READ_API_USE, READ_AUDIT);
}
