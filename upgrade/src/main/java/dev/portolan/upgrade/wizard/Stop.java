package dev.portolan.upgrade.wizard;

import java.util.List;

/**
 * Why a step does not go on.
 *
 * @param field beside which the text stands
 * @param key of the text that says what to do, with its arguments
 */
public record Stop(String field, String key, List<Object> arguments) {
    public Stop {
        arguments = List.copyOf(arguments);
    }

    public static Stop at(String field, String key, Object... arguments) {
        return new Stop(field, key, List.of(arguments));
    }
}
