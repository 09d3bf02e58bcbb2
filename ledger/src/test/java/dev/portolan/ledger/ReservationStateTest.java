package dev.portolan.ledger;

import static dev.portolan.ledger.ReservationEvent.COME_BACK;
import static dev.portolan.ledger.ReservationEvent.CONSUME;
import static dev.portolan.ledger.ReservationEvent.MOVE;
import static dev.portolan.ledger.ReservationEvent.RELEASE;
import static dev.portolan.ledger.ReservationState.CONSUMED;
import static dev.portolan.ledger.ReservationState.MOVED;
import static dev.portolan.ledger.ReservationState.OPEN;
import static dev.portolan.ledger.ReservationState.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReservationStateTest {

    private static final Map<ReservationState, Map<ReservationEvent, ReservationState>> EDGES = Map.of(
            OPEN, Map.of(CONSUME, CONSUMED, RELEASE, RELEASED, MOVE, MOVED),
            MOVED, Map.of(COME_BACK, OPEN),
            CONSUMED, Map.of(),
            RELEASED, Map.of());

    @Test
    void everyStateKnowsEveryEdgeAndNoOther() {
        for (var state : ReservationState.values()) {
            assertThat(state.possible()).isEqualTo(EDGES.get(state).keySet());
            for (var event : ReservationEvent.values())
                assertThat(state.after(event).orElse(null))
                        .as("%s, %s", state, event)
                        .isEqualTo(EDGES.get(state).get(event));
        }
    }
}
