package dev.portolan.upgrade.eligibility;

/** Who can do something about a finding. */
public enum Fixer {
    /** The company that was checked. */
    CUSTOMER,
    /** The company that runs the wizard. */
    PARTNER,
    /** The vendor's support. */
    SUPPORT
}
