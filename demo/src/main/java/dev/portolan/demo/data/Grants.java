package dev.portolan.demo.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who has given licences to whom: three times in 18 months each company got what it used and a reserve, from the company
 * that manages it, which had got that much before.
 */
final class Grants {
    private static final int[] PERCENT = {50, 30, 20};
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LAST_YEARS = BigDecimal.valueOf(40);
    private static final BigDecimal FOR_A_PROJECT = BigDecimal.valueOf(25);
    private static final BigDecimal UNDER_WAY = BigDecimal.valueOf(50);
    private static final BigDecimal CLASSIC = BigDecimal.valueOf(30);
    private static final BigDecimal PROFILER = new BigDecimal("62.5");
    private static final int RESERVE = 25;
    private static final int STOCK_OF_A_PARTNER = 100;
    private static final int STOCK_OF_THE_VENDOR = 1000;
    static final int LARGE = 200;

    private final Calendar calendar;
    private final List<Grant> grants = new ArrayList<>();
    /** What companies give on out of their main pools: by company, product and time of three. */
    private final Map<String, Map<String, BigDecimal[]>> givenOn = new HashMap<>();

    private Grants(Calendar calendar) {
        this.calendar = calendar;
    }

    /** @param used by company and product, in licences */
    static List<Grant> of(Map<String, Map<String, BigDecimal>> used, Calendar calendar) {
        var grants = new Grants(calendar);
        for (var firm : Cast.firms().reversed()) grants.give(firm, used.getOrDefault(firm.key(), Map.of()));
        return List.copyOf(grants.grants);
    }

    private void give(Firm firm, Map<String, BigDecimal> used) {
        var totals = new TreeMap<String, BigDecimal>();
        used.forEach((product, quantity) -> totals.put(product, withReserve(quantity)));
        if (firm.kind().equals("PARTNER") || firm.reports() >= LARGE) totals.put(Products.PROFILER, PROFILER);
        var given = givenOn.getOrDefault(firm.key(), Map.of());
        given.keySet().forEach(product -> totals.merge(product, stock(firm), BigDecimal::add));
        totals.forEach((product, total) -> {
            for (int time = 0; time < PERCENT.length; time++) {
                var quantity = part(total, time).add(part(given, product, time));
                give(firm, product, PoolName.MAIN, quantity, time);
            }
        });
        if (firm.reports() >= LARGE) {
            give(firm, Products.PC, PoolName.EXPIRED, LAST_YEARS, 0);
            give(firm, Products.MOBILE, PoolName.EXPIRING, FOR_A_PROJECT, 2);
        }
        if (firm.is(Trait.UNKNOWN_PRODUCT)) give(firm, Products.CLASSIC, PoolName.MAIN, CLASSIC, 0);
        if (firm.is(Trait.LICENCES_UNDER_WAY)) send(firm);
    }

    private void give(Firm taker, String product, PoolName pool, BigDecimal quantity, int time) {
        var giver = giver(taker, product);
        grants.add(new Grant(giver, taker, product, pool, quantity, at(taker, time), true));
        if (giver != null) noteGiven(giver, product, quantity, time);
    }

    private void send(Firm taker) {
        var giver = giver(taker, Products.PC);
        var at = calendar.daysAgo(2);
        grants.add(new Grant(giver, taker, Products.PC, PoolName.MAIN, UNDER_WAY, at, false));
        if (giver != null) noteGiven(giver, Products.PC, UNDER_WAY, 2);
    }

    private void noteGiven(Firm giver, String product, BigDecimal quantity, int time) {
        var times = givenOn.computeIfAbsent(giver.key(), key -> new TreeMap<>())
                .computeIfAbsent(product, key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
        times[time] = times[time].add(quantity);
    }

    /** Only the vendor gives the product that the Portal does not know, so that no partner holds any. */
    private static @Nullable Firm giver(Firm taker, String product) {
        boolean byVendor = product.equals(Products.CLASSIC) && taker.parent() != null;
        return byVendor ? Cast.firm(Cast.VENDOR) : Cast.parent(taker).orElse(null);
    }

    private Instant at(Firm firm, int time) {
        var first = switch (time) {
            case 0 -> calendar.monthsAgo(18).minus(Duration.ofDays(20));
            case 1 -> calendar.daysAgo(290);
            default -> calendar.daysAgo(95);
        };
        return first.plus(Duration.ofDays(depth(firm)));
    }

    private static int depth(Firm firm) {
        return Cast.parent(firm).map(parent -> depth(parent) + 1).orElse(0);
    }

    private static BigDecimal withReserve(BigDecimal used) {
        int fives = (int) Math.ceil((used.doubleValue() * 1.15 + RESERVE) / 5);
        return BigDecimal.valueOf(fives * 5L);
    }

    private static BigDecimal stock(Firm firm) {
        return BigDecimal.valueOf(firm.kind().equals("VENDOR") ? STOCK_OF_THE_VENDOR : STOCK_OF_A_PARTNER);
    }

    private static BigDecimal part(BigDecimal total, int time) {
        return total.multiply(BigDecimal.valueOf(PERCENT[time])).divide(HUNDRED);
    }

    private static BigDecimal part(Map<String, BigDecimal[]> given, String product, int time) {
        var times = given.get(product);
        return times == null ? BigDecimal.ZERO : times[time];
    }
}
