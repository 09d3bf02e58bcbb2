package dev.portolan.cloud.operating;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which runs the list shows. */
enum Shown {
    OPEN,
    ALARM,
    AT_WORK,
    WAITING,
    PAUSED,
    STANDS,
    ENDED;

    static Shown of(@Nullable String parameter) {
        return Stream.of(values())
                .filter(shown -> shown.name().equals(parameter))
                .findFirst()
                .orElse(OPEN);
    }
}
