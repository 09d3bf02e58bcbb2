package dev.portolan.upgrade.eligibility;

import java.util.List;

/**
 * What a check has found.
 *
 * @param amount how many it is about
 * @param named who or what it is about, as far as it is listed
 */
public record Finding(Check check, long amount, List<String> named) {
    public Finding {
        named = List.copyOf(named);
    }

    static Finding of(Check check, List<String> named) {
        return new Finding(check, named.size(), named.stream().limit(50).toList());
    }
}
