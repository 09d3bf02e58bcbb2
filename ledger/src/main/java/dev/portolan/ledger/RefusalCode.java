package dev.portolan.ledger;

import java.util.Locale;

/** Why a licence was refused; {@link #code} is stable and stands in the answers to programs. */
public enum RefusalCode {
    LICENCE_EXHAUSTED,
    LICENCE_EXPIRED,
    RESERVATION_CLOSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
