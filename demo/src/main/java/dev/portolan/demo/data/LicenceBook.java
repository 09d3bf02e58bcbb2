package dev.portolan.demo.data;

import dev.portolan.demo.data.LicenceRows.Balance;
import dev.portolan.demo.data.LicenceRows.Entry;
import dev.portolan.demo.data.LicenceRows.Pool;
import dev.portolan.demo.data.LicenceRows.Reservation;
import dev.portolan.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a company's licences: every report has used up a reservation, some reservations came to nothing. */
final class LicenceBook {
    private static final int USED_OF_LAST_YEARS = 25;
    private static final int RELEASED_ONE_IN = 37;
    private static final List<Integer> MINUTES_IN_FLIGHT = List.of(35, 70, 150);
    private static final Duration TRIED = Duration.ofMinutes(20);

    private final Firm firm;
    private final Calendar calendar;
    private final Map<UUID, Pool> pools = new LinkedHashMap<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private int usedOfLastYears;

    private LicenceBook(Firm firm, Calendar calendar) {
        this.firm = firm;
        this.calendar = calendar;
    }

    static LicenceRows of(Firm firm, List<Grant> grants, List<PlannedErasure> erasures, Calendar calendar) {
        var book = new LicenceBook(firm, calendar);
        grants.forEach(book::grant);
        erasures.forEach(book::erase);
        if (firm.is(Trait.ERASURES_IN_FLIGHT)) book.leaveOpen();
        book.expire();
        book.entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::entryId));
        return new LicenceRows(
                List.copyOf(book.pools.values()), book.balances(), book.reservations, List.copyOf(book.entries));
    }

    private void grant(Grant grant) {
        var giver = grant.giver();
        if (grant.taker().equals(firm) && grant.arrived()) {
            var pool = pool(grant.product(), grant.pool(), grant.at());
            add(grant, EntryKind.GRANT_IN, pool, giver, null);
        }
        if (firm.equals(giver)) {
            var pool = PoolName.MAIN.id(firm, grant.product());
            add(grant, EntryKind.GRANT_OUT, pool, grant.taker(), firm.responsible());
        }
    }

    private void add(Grant grant, EntryKind kind, UUID pool, @Nullable Firm other, @Nullable UUID by) {
        entries.add(new Entry(
                firm.id(),
                grant.entryId(),
                pool,
                kind,
                grant.quantity(),
                null,
                other == null ? null : other.id(),
                other == null ? null : note(kind, other),
                by,
                grant.at()));
    }

    private String note(EntryKind kind, Firm other) {
        boolean came = kind == EntryKind.GRANT_IN;
        if (firm.isGerman()) return (came ? "von " : "an ") + other.name();
        return (came ? "from " : "to ") + other.name();
    }

    private UUID pool(String product, PoolName name, Instant since) {
        var id = name.id(firm, product);
        var pool = new Pool(firm.id(), id, product, name.text(firm), name.expiresOn(calendar), since);
        pools.merge(id, pool, (known, same) -> known.createdAt().isBefore(since) ? known : same);
        return id;
    }

    private void erase(PlannedErasure erasure) {
        var quantity = Products.rate(erasure.product());
        var reservation = new Reservation(
                firm.id(),
                erasure.reservationId(),
                poolFor(erasure),
                quantity,
                DemoIds.named("key", firm.key(), Integer.toString(erasure.number())),
                ErasurePlan.clientId(firm, erasure.client()),
                firm.userId(erasure.worker()),
                "CONSUMED",
                erasure.documentId(),
                erasure.reservedAt(),
                erasure.receivedAt());
        reserve(reservation);
        use(reservation, EntryKind.CONSUME, erasure.receivedAt());
        if (erasure.number() % RELEASED_ONE_IN == 0) giveUp(erasure);
    }

    /** An erasure before this one that ended without a report. */
    private void giveUp(PlannedErasure erasure) {
        var at = erasure.reservedAt().minus(TRIED.multipliedBy(2));
        boolean profiled = pools.containsKey(PoolName.MAIN.id(firm, Products.PROFILER));
        var product = profiled ? Products.PROFILER : erasure.product();
        var reservation =
                held(at, product, "RELEASED", at.plus(TRIED), erasure.client(), firm.userId(erasure.worker()));
        reserve(reservation);
        use(reservation, EntryKind.RELEASE, at.plus(TRIED));
    }

    private void leaveOpen() {
        var worker = firm.userId(firm.erasers().getFirst());
        for (int minutes : MINUTES_IN_FLIGHT) {
            var at = calendar.now().minus(Duration.ofMinutes(minutes));
            reserve(held(at, Products.PC, "OPEN", null, 0, worker));
        }
    }

    private Reservation held(
            Instant at, String product, String state, @Nullable Instant closedAt, int client, UUID worker) {
        var name = at.toString();
        return new Reservation(
                firm.id(),
                DemoIds.at(at, "reservation", firm.key(), state, name),
                PoolName.MAIN.id(firm, product),
                Products.rate(product),
                DemoIds.at(at, "key", firm.key(), state, name),
                ErasurePlan.clientId(firm, client),
                worker,
                state,
                null,
                at,
                closedAt);
    }

    private void reserve(Reservation reservation) {
        reservations.add(reservation);
        use(reservation, EntryKind.RESERVE, reservation.reservedAt());
    }

    private void use(Reservation reservation, EntryKind kind, Instant at) {
        entries.add(new Entry(
                firm.id(),
                DemoIds.at(at, kind.name(), reservation.reservationId().toString()),
                reservation.poolId(),
                kind,
                reservation.quantity(),
                reservation.reservationId(),
                null,
                null,
                reservation.userId(),
                at));
    }

    private UUID poolFor(PlannedErasure erasure) {
        var lastYears = PoolName.EXPIRED.id(firm, erasure.product());
        boolean there = pools.containsKey(lastYears) && erasure.receivedAt().isBefore(calendar.monthsAgo(12));
        if (!there || usedOfLastYears == USED_OF_LAST_YEARS) return PoolName.MAIN.id(firm, erasure.product());
        usedOfLastYears++;
        return lastYears;
    }

    private void expire() {
        for (var pool : List.copyOf(pools.values())) {
            var last = pool.expiresOn();
            if (last == null) continue;
            var at = last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            var left = balance(pool).remaining();
            if (at.isAfter(calendar.now()) || left.signum() == 0) continue;
            var id = DemoIds.at(at, "expire", pool.poolId().toString());
            entries.add(new Entry(firm.id(), id, pool.poolId(), EntryKind.EXPIRE, left, null, null, null, null, at));
        }
    }

    private List<Balance> balances() {
        return pools.values().stream().map(this::balance).toList();
    }

    private Balance balance(Pool pool) {
        var remaining = BigDecimal.ZERO;
        var reserved = BigDecimal.ZERO;
        for (var entry : entries) {
            if (!entry.poolId().equals(pool.poolId())) continue;
            remaining = remaining.add(
                    entry.quantity().multiply(BigDecimal.valueOf(entry.kind().onRemaining())));
            reserved = reserved.add(
                    entry.quantity().multiply(BigDecimal.valueOf(entry.kind().onReserved())));
        }
        return new Balance(firm.id(), pool.poolId(), remaining, reserved);
    }
}
