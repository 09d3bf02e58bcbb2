package dev.portolan.portal.user;

/** What a role allows. The names stand in the rows of roles, and came from the Cloud with them. */
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
    /** Walk the upgrade wizard in the Cloud; nothing asks for it here. */
    UPGRADE
}
