package dev.portolan.demo.data;

/** What makes a company a case of its own. */
enum Trait {
    /** May start the wizard. */
    ENTITLED,
    SUSPENDED,
    /** Erasures are running: reservations are open. */
    ERASURES_IN_FLIGHT,
    /** Erases with clients of unsupported versions. */
    OLD_CLIENTS,
    /** Has called the legacy API, also in the last 90 days. */
    LEGACY_API,
    /** Holds licences of a product that the Portal does not know. */
    UNKNOWN_PRODUCT,
    /** Licences given to it have not arrived yet. */
    LICENCES_UNDER_WAY
}
