package dev.portolan.migration;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The terms of an order as texts {@code key=value}. */
final class Terms {
    private Terms() {}

    static String[] array(Map<String, String> terms) {
        return new TreeMap<>(terms)
                .entrySet().stream()
                        .map(term -> term.getKey() + "=" + term.getValue())
                        .toArray(String[]::new);
    }

    static Map<String, String> map(String[] terms) {
        var map = new TreeMap<String, String>();
        Arrays.stream(terms).map(term -> term.split("=", 2)).forEach(term -> map.put(term[0], term[1]));
        return Map.copyOf(map);
    }
}
