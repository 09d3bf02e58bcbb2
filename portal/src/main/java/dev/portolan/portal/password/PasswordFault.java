package dev.portolan.portal.password;

/** Why a password is refused; the text is {@code password.<name>}. */
public enum PasswordFault {
    TOO_SHORT,
    TOO_LONG,
    TOO_SIMPLE,
    /** Made of the person's own name or address. */
    PERSONAL;

    /** The key of the text that says it. */
    public String key() {
        return "password." + name();
    }
}
