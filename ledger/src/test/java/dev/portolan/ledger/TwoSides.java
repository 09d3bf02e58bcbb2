package dev.portolan.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One licence account in both environments, played through by the rules alone. */
final class TwoSides {

    static final Instant DURING = Instant.parse("2026-06-30T23:59:59Z");
    static final Instant AFTER = Instant.parse("2026-07-01T00:00:00Z");
    static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    static final class Side {
        final List<LedgerEntry> entries = new ArrayList<>();
        final Map<Integer, ReservationState> reservations = new LinkedHashMap<>();
        Balance balance = Balance.ZERO;

        void write(LedgerEntry entry) {
            balance = balance.plus(entry);
            entries.add(entry);
        }
    }

    final Side cloud = new Side();
    final Side portal = new Side();
    private final List<Quantity> sizes = new ArrayList<>();
    private final Set<TransferRef> activated = new HashSet<>();
    private Instant now = DURING;
    private long epoch;

    /** The side that works, or none while a transfer is under way. */
    private Side working = cloud;

    private boolean leaving;

    void play(Command command) {
        switch (command) {
            case Command.Grant(var quantity) -> granted(quantity);
            case Command.GiveOn(var quantity) -> givenOn(quantity);
            case Command.Reserve(var quantity) -> reserved(quantity);
            case Command.Consume(var index) -> closed(index, ReservationEvent.CONSUME);
            case Command.Release(var index) -> closed(index, ReservationEvent.RELEASE);
            case Command.Uncovered(var quantity) -> uncovered(quantity);
            case Command.Expire() -> expired();
            case Command.Leave() -> left();
            case Command.Activate() -> activated();
            case Command.Abort() -> aborted();
        }
    }

    private void granted(Quantity quantity) {
        if (!leaving && !quantity.isZero()) working.write(LedgerEntry.of(EntryKind.GRANT_IN, quantity));
    }

    private void givenOn(Quantity quantity) {
        if (leaving || quantity.isZero()) return;
        switch (Licensing.grant(working.balance, quantity, LAST_DAY, now)) {
            case GrantDecision.Given(var out, var in) -> working.write(out);
            case GrantDecision.Exhausted(var remaining) -> refused(quantity, remaining);
            case GrantDecision.Expired(var on) -> refusedExpired();
        }
    }

    private void reserved(Quantity quantity) {
        if (leaving || quantity.isZero()) return;
        switch (Licensing.reserve(working.balance, quantity, LAST_DAY, now)) {
            case ReserveDecision.Granted(var entry) -> {
                working.write(entry);
                working.reservations.put(sizes.size(), ReservationState.OPEN);
                sizes.add(quantity);
            }
            case ReserveDecision.Exhausted(var remaining) -> refused(quantity, remaining);
            case ReserveDecision.Expired(var on) -> refusedExpired();
        }
    }

    private void uncovered(Quantity quantity) {
        if (leaving || quantity.isZero()) return;
        switch (Licensing.cover(working.balance, quantity, LAST_DAY, now)) {
            case CoverDecision.Covered(var entries) -> entries.forEach(working::write);
            case CoverDecision.Uncovered(var why) -> {
                if (why == RefusalCode.LICENCE_EXHAUSTED) refused(quantity, working.balance.remaining());
            }
        }
    }

    private void closed(int index, ReservationEvent event) {
        if (leaving || sizes.isEmpty()) return;
        var id = index % sizes.size();
        var state = working.reservations.get(id);
        if (state == null) return;
        var decision = event == ReservationEvent.CONSUME
                ? Licensing.consume(state, sizes.get(id))
                : Licensing.release(state, sizes.get(id));
        switch (decision) {
            case CloseDecision.Closes(var entry, var next) -> {
                working.write(entry);
                working.reservations.put(id, next);
            }
            case CloseDecision.Closed(var was) -> require(was != ReservationState.OPEN, "an open one was refused");
        }
    }

    private void expired() {
        now = AFTER;
        if (!leaving) Licensing.expire(working.balance, LAST_DAY, now).ifPresent(working::write);
    }

    private void left() {
        if (leaving || working == portal) return;
        leaving = true;
        cloud.write(Licensing.leave(cloud.balance, new TransferRef(new UUID(0, 1), ++epoch)));
        move(cloud, ReservationEvent.MOVE);
    }

    private void activated() {
        if (!leaving) return;
        var out = cloud.entries.getLast();
        for (var each : cloud.reservations.entrySet()) {
            if (each.getValue() == ReservationState.MOVED)
                portal.reservations.put(each.getKey(), ReservationState.OPEN);
        }
        portal.write(out.arriving());
        activated.add(new TransferRef(new UUID(0, 1), epoch));
        working = portal;
        leaving = false;
    }

    private void aborted() {
        if (!leaving) return;
        cloud.write(cloud.entries.getLast().reversed());
        move(cloud, ReservationEvent.COME_BACK);
        leaving = false;
    }

    private static void move(Side side, ReservationEvent event) {
        side.reservations.replaceAll((id, state) -> state.after(event).orElse(state));
    }

    BigDecimal difference() {
        return Conservation.difference(cloud.balance, portal.balance, inTransit());
    }

    Quantity inTransit() {
        return Conservation.inTransit(cloud.entries, activated::contains);
    }

    Quantity openReservations(Side side) {
        return side.reservations.entrySet().stream()
                .filter(each -> each.getValue() == ReservationState.OPEN)
                .map(each -> sizes.get(each.getKey()))
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    Stream<Side> sides() {
        return Stream.of(cloud, portal);
    }

    private static void refused(Quantity wanted, Quantity remaining) {
        require(wanted.compareTo(remaining) > 0, "refused although it was there");
    }

    private void refusedExpired() {
        require(now.equals(AFTER), "refused before the end of the last day");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
