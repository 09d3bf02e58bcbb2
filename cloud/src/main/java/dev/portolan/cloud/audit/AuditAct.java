package dev.portolan.cloud.audit;

/** What the Cloud's own modules note; the texts are {@code audit.<name>}. */
public enum AuditAct {
    USER_DISABLED,
    USER_ENABLED,
    ROLE_CHANGED,
    PASSWORD_CHANGED,
    NAME_CHANGED,
    RESERVATION_RELEASED,
    LICENCES_GIVEN,
    LICENCES_RECEIVED,
    COMPANY_ENTITLED,
    RUN_PAUSE,
    RUN_RESUME,
    RUN_CANCEL,
    RUN_RETRY,
    RUNS_HOLD,
    RUNS_RELEASE,
    RUNS_CANCEL,
    SET_RIGHT_AFTER_RESTORE
}
