package dev.portolan.client;

import java.util.List;

/** A text by its key, with what is filled in; {@link Texts} says it in a language. */
record Text(String key, List<Object> values) {

    Text {
        values = List.copyOf(values);
    }

    static Text of(String key, Object... values) {
        return new Text(key, List.of(values));
    }
}
