package dev.portolan.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** How long calls took, and what was refused how often. Safe between threads. */
final class Measurement {

    private static final int DIGITS = 3;
    private static final double MILLISECOND = 1e6;

    private final Map<String, Histogram> times = new LinkedHashMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private Duration lasted = Duration.ZERO;

    /** Only answers that did what was asked count here. */
    synchronized void succeeded(String call, long nanoseconds) {
        times.computeIfAbsent(call, name -> new Histogram(DIGITS)).recordValue(nanoseconds);
    }

    /** @param code as the service gave it */
    synchronized void failed(String call, String code) {
        faults.merge(call + " " + code, 1, Integer::sum);
    }

    synchronized void lasted(Duration length) {
        lasted = length;
    }

    synchronized boolean anySucceeded() {
        return !times.isEmpty();
    }

    synchronized List<String> lines(Texts texts) {
        var lines = new ArrayList<String>();
        lines.add("%-10s %10s %10s %9s %9s %9s %9s"
                .formatted(
                        texts.plain("load.call"),
                        texts.plain("load.count"),
                        "1/s",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "max ms"));
        times.forEach((call, time) -> lines.add("%-10s %10d %10.1f %9.1f %9.1f %9.1f %9.1f"
                .formatted(
                        call,
                        time.getTotalCount(),
                        perSecond(time),
                        milliseconds(time, 50),
                        milliseconds(time, 95),
                        milliseconds(time, 99),
                        milliseconds(time, 100))));
        faults.forEach((code, count) -> lines.add(texts.say(Text.of("load.refused", code, count))));
        return lines;
    }

    synchronized String asJson() {
        var calls = new LinkedHashMap<String, Object>();
        times.forEach((call, time) -> calls.put(
                call,
                Map.of(
                        "count", time.getTotalCount(),
                        "perSecond", perSecond(time),
                        "p50", milliseconds(time, 50),
                        "p95", milliseconds(time, 95),
                        "p99", milliseconds(time, 99),
                        "max", milliseconds(time, 100))));
        return new String(
                Json.bytes(Map.of("seconds", lasted.toMillis() / 1000.0, "calls", calls, "refused", faults)),
                StandardCharsets.UTF_8);
    }

    private double perSecond(Histogram time) {
        return time.getTotalCount() / Math.max(0.001, lasted.toNanos() / 1e9);
    }

    private static double milliseconds(Histogram time, double percentile) {
        return time.getValueAtPercentile(percentile) / MILLISECOND;
    }
}
