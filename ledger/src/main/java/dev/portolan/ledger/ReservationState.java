package dev.portolan.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The life of a reservation; {@link #after} is the only place that knows its edges. */
public enum ReservationState {
    OPEN,
    CONSUMED,
    RELEASED,
    /** Went to the other environment, where it is open under the same id. */
    MOVED;

    private static final Map<ReservationState, Map<ReservationEvent, ReservationState>> EDGES = edges();

    private static Map<ReservationState, Map<ReservationEvent, ReservationState>> edges() {
        var edges = new EnumMap<ReservationState, Map<ReservationEvent, ReservationState>>(ReservationState.class);
        edges.put(
                OPEN,
                Map.of(
                        ReservationEvent.CONSUME, CONSUMED,
                        ReservationEvent.RELEASE, RELEASED,
                        ReservationEvent.MOVE, MOVED));
        edges.put(MOVED, Map.of(ReservationEvent.COME_BACK, OPEN));
        edges.put(CONSUMED, Map.of());
        edges.put(RELEASED, Map.of());
        return edges;
    }

    /** The state after {@code event}; empty when the event is not possible now. */
    public Optional<ReservationState> after(ReservationEvent event) {
        return Optional.ofNullable(EDGES.getOrDefault(this, Map.of()).get(event));
    }

    /** What can happen in this state. */
    public Set<ReservationEvent> possible() {
        return Set.copyOf(EDGES.getOrDefault(this, Map.of()).keySet());
    }
}
