package dev.portolan.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.time.Instant;
import java.util.UUID;

/** New row ids: UUID version 7 (RFC 9562), so that new rows land at the end of an index. */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A fresh id; ids made later sort after ids made earlier, to the millisecond. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** An id that sorts as if it had been made at the given time; for rows that keep their age when they move. */
    public static UUID at(Instant time) {
        return GENERATOR.construct(time.toEpochMilli());
    }
}
