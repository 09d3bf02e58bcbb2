package dev.portolan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about licence accounts. Each looks at a balance and answers with the entries to write, or with a
 * refusal; nothing is written here. An {@code expiry} is the last day of use, to its end in UTC; null never ends.
 */
public final class Licensing {

    private Licensing() {}

    public static boolean expired(@Nullable LocalDate expiry, Instant now) {
        return expiry != null && LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(expiry);
    }

    /** @throws IllegalArgumentException for a quantity of zero; refuse that where it comes in */
    public static ReserveDecision reserve(Balance balance, Quantity quantity, @Nullable LocalDate expiry, Instant now) {
        var entry = LedgerEntry.of(EntryKind.RESERVE, quantity);
        if (expiry != null && expired(expiry, now)) return new ReserveDecision.Expired(expiry);
        if (!balance.remaining().covers(quantity)) return new ReserveDecision.Exhausted(balance.remaining());
        return new ReserveDecision.Granted(entry);
    }

    public static CloseDecision consume(ReservationState state, Quantity reserved) {
        return close(state, ReservationEvent.CONSUME, LedgerEntry.of(EntryKind.CONSUME, reserved));
    }

    /** Also possible after the expiry: the licences return to the account and expire there. */
    public static CloseDecision release(ReservationState state, Quantity reserved) {
        return close(state, ReservationEvent.RELEASE, LedgerEntry.of(EntryKind.RELEASE, reserved));
    }

    private static CloseDecision close(ReservationState state, ReservationEvent event, LedgerEntry entry) {
        return state.after(event)
                .<CloseDecision>map(next -> new CloseDecision.Closes(entry, next))
                .orElseGet(() -> new CloseDecision.Closed(state));
    }

    /** Pays for a report without an open reservation out of what remains, if it can. */
    public static CoverDecision cover(Balance balance, Quantity quantity, @Nullable LocalDate expiry, Instant now) {
        return switch (reserve(balance, quantity, expiry, now)) {
            case ReserveDecision.Granted granted ->
                new CoverDecision.Covered(List.of(granted.entry(), LedgerEntry.of(EntryKind.CONSUME, quantity)));
            case ReserveDecision.Exhausted exhausted -> new CoverDecision.Uncovered(exhausted.reason());
            case ReserveDecision.Expired expired -> new CoverDecision.Uncovered(expired.reason());
        };
    }

    /** Gives licences on, or back. @throws IllegalArgumentException for a quantity of zero */
    public static GrantDecision grant(Balance giver, Quantity quantity, @Nullable LocalDate expiry, Instant now) {
        var out = LedgerEntry.of(EntryKind.GRANT_OUT, quantity);
        if (expiry != null && expired(expiry, now)) return new GrantDecision.Expired(expiry);
        if (!giver.remaining().covers(quantity)) return new GrantDecision.Exhausted(giver.remaining());
        return new GrantDecision.Given(out, LedgerEntry.of(EntryKind.GRANT_IN, quantity));
    }

    /** The entry that takes expired licences out of the account; empty when there is nothing to take. */
    public static Optional<LedgerEntry> expire(Balance balance, @Nullable LocalDate expiry, Instant now) {
        if (!expired(expiry, now) || balance.remaining().isZero()) return Optional.empty();
        return Optional.of(LedgerEntry.of(EntryKind.EXPIRE, balance.remaining()));
    }

    /** The entry that lets everything usable leave; also for an empty account, so that each account has its entry. */
    public static LedgerEntry leave(Balance balance, TransferRef transfer) {
        return new LedgerEntry(EntryKind.TRANSFER_OUT, balance.remaining(), balance.reserved(), transfer);
    }
}
