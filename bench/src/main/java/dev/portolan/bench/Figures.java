package dev.portolan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was measured, by variant and round; the first round is the cold one. */
final class Figures {
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, Meter.Cost> costs = new LinkedHashMap<>();
    private final Map<String, Long> disk = new LinkedHashMap<>();

    void rate(String variant, double perSecond) {
        rates.computeIfAbsent(variant, any -> new ArrayList<>()).add(perSecond);
        System.out.printf("  %-16s %,10.0f reports/s%n", variant, perSecond);
    }

    /** Of the last round. */
    void cost(String variant, Meter.Cost cost, long diskBytes) {
        costs.put(variant, cost);
        disk.put(variant, diskBytes);
    }

    /** The median of the warm rounds; of the cold one where there is no other. */
    double median(String variant) {
        var all = rates.getOrDefault(variant, List.of(0.0));
        return median(all.size() > 1 ? all.subList(1, all.size()) : all);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    Map<String, Long> medians() {
        return each(variant -> Math.round(median(variant)));
    }

    Map<String, Long> cold() {
        return each(
                variant -> Math.round(rates.getOrDefault(variant, List.of(0.0)).getFirst()));
    }

    Map<String, List<Long>> warm() {
        return each(variant -> rates.getOrDefault(variant, List.of()).stream()
                .skip(1)
                .map(Math::round)
                .toList());
    }

    Map<String, Double> cpuSeconds() {
        var seconds = new LinkedHashMap<String, Double>();
        costs.forEach((variant, cost) -> seconds.put(variant, rounded(cost.cpuSeconds(), 2)));
        return seconds;
    }

    Map<String, Long> walBytes() {
        var bytes = new LinkedHashMap<String, Long>();
        costs.forEach((variant, cost) -> bytes.put(variant, cost.walBytes()));
        return bytes;
    }

    Map<String, Long> diskBytes() {
        return Map.copyOf(disk);
    }

    double ratio(String variant, String to) {
        return median(to) == 0 ? 0 : rounded(median(variant) / median(to), 2);
    }

    private <T> Map<String, T> each(Function<String, T> value) {
        var values = new LinkedHashMap<String, T>();
        for (var variant : rates.keySet()) values.put(variant, value.apply(variant));
        return values;
    }

    /** @param digits after the point */
    static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
