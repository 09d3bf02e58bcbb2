package dev.portolan.portal.audit;

/** What is noted in the audit log; the texts are {@code audit.<name>}. */
public enum AuditAct {
    USER_ADDED,
    USER_INVITED,
    USER_DISABLED,
    USER_ENABLED,
    PASSWORD_CHANGED,
    NAME_CHANGED,
    API_KEY_MADE,
    API_KEY_REVOKED,
    ENROLMENT_CODE_MADE,
    CLIENT_ENROLLED,
    /** A partner looked into a customer's tenant; noted at both. */
    TENANT_OPENED
}
