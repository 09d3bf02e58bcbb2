package dev.portolan.platform.outbox;

/** What became of a mail. */
public enum MailState {
    /** Waits for the mail server, perhaps for another try. */
    QUEUED,
    /** The mail server has taken it. */
    HANDED_OVER,
    /** The mail server has refused it for good, or every try has failed. */
    REFUSED
}
