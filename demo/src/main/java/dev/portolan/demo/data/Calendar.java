package dev.portolan.demo.data;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The dates of the data set, counted back from now. Nothing happens within days of the moments 6 and 12 months ago, so
 * that the reports of the last 6 and 12 months are the same ones in every zone and at every hour.
 */
record Calendar(Instant now) {
    private static final Duration MARGIN = Duration.ofDays(4);
    private static final Duration YOUNGEST = Duration.ofMinutes(25);
    private static final int FIRST_HOUR = 7;
    private static final int HOURS = 10;

    /** A stretch of time, and which part of a company's reports came in it, in percent. */
    private record Window(Instant from, Instant to, int percent) {}

    static Calendar of(Clock clock) {
        return new Calendar(clock.instant());
    }

    Instant monthsAgo(int months) {
        return utc().minusMonths(months).toInstant();
    }

    Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    /** When as many reports came in, oldest first, to the second. */
    List<Instant> arrivals(int count, RandomGenerator random) {
        var arrivals = new ArrayList<Instant>(count);
        int left = count;
        for (var window : windows()) {
            boolean last = window.percent() == 0;
            int share = last ? left : count * window.percent() / 100;
            for (int i = 0; i < share; i++) arrivals.add(atWork(window, (i + random.nextDouble()) / share, random));
            left -= share;
        }
        return arrivals.stream().sorted().toList();
    }

    private List<Window> windows() {
        return List.of(
                new Window(monthsAgo(18), monthsAgo(12).minus(MARGIN), 20),
                new Window(monthsAgo(12).plus(MARGIN), monthsAgo(6).minus(MARGIN), 35),
                new Window(monthsAgo(6).plus(MARGIN), now.minus(YOUNGEST), 0));
    }

    /** Moves a moment to working hours of a working day, a day or two away at most. */
    private Instant atWork(Window window, double part, RandomGenerator random) {
        var length = Duration.between(window.from(), window.to());
        var drawn = window.from().plusSeconds((long) (length.toSeconds() * part));
        var day = drawn.atZone(ZoneOffset.UTC);
        day = switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
        var moment = day.withHour(FIRST_HOUR + random.nextInt(HOURS))
                .withMinute(random.nextInt(60))
                .withSecond(random.nextInt(60))
                .withNano(0)
                .toInstant();
        return moment.isAfter(now.minus(YOUNGEST)) ? drawn.minusNanos(drawn.getNano()) : moment;
    }

    private ZonedDateTime utc() {
        return now.atZone(ZoneOffset.UTC);
    }
}
