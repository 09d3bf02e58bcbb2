package dev.portolan.upgrade.journey;

import static dev.portolan.upgrade.journey.JourneyEvent.*;
import static dev.portolan.upgrade.journey.Path.*;
import static dev.portolan.upgrade.journey.Step.*;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one table of steps and events. What is not in it cannot happen. */
public final class JourneyTable {
    private static final Map<From, To> TABLE = new HashMap<>();

    static {
        for (Path path : Path.values()) {
            edge(path, CHECK, YES, PARTNER, WELCOME);
            edge(path, CHECK, NO, DIRECT, WELCOME);
            edge(path, WELCOME, NEXT, path, SET_UP);
            edge(path, WELCOME, BACK, path, CHECK);
            edge(path, SET_UP, NEXT, path, VERIFY_ACCESS); // no way back: the tenant stands
            edge(path, SET_UP, BACK, path, WELCOME);
            edge(path, VERIFY_ACCESS, NEXT, path, API);
            edge(path, API, BACK, path, VERIFY_ACCESS);
            edge(path, TRANSFER_DATA, NEXT, path, SUMMARY); // no way back: the door is closed
        }
        edge(DIRECT, API, NEXT, DIRECT, TRANSFER_DATA);
        edge(DIRECT, TRANSFER_DATA, BACK, DIRECT, API);
        edge(PARTNER, API, NEXT, PARTNER, MANAGE_CUSTOMERS);
        edge(PARTNER, MANAGE_CUSTOMERS, NEXT, PARTNER, INITIATE);
        edge(PARTNER, MANAGE_CUSTOMERS, BACK, PARTNER, API);
        edge(PARTNER, INITIATE, NEXT, PARTNER, TRANSFER_DATA);
        edge(PARTNER, INITIATE, BACK, PARTNER, MANAGE_CUSTOMERS);
        edge(PARTNER, TRANSFER_DATA, BACK, PARTNER, INITIATE);
    }

    private record From(Path path, Step step, JourneyEvent event) {}

    /** Where an event leads; the answer to the first step decides the path. */
    public record To(Path path, Step step) {}

    private JourneyTable() {}

    private static void edge(Path path, Step from, JourneyEvent event, Path onward, Step to) {
        TABLE.put(new From(path, from, event), new To(onward, to));
    }

    /** Where the event leads; empty where it cannot happen. */
    public static Optional<To> next(Path path, Step step, JourneyEvent event) {
        return Optional.ofNullable(TABLE.get(new From(path, step, event)));
    }
}
