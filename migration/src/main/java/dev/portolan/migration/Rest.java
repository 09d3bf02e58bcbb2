package dev.portolan.migration;

import java.time.Duration;

/** Why a worker let go of a run. */
sealed interface Rest {

    /** It is to be worked on again after a pause. */
    record Again(Duration pause) implements Rest {}

    /** There is nothing more for this worker to do. */
    enum Over implements Rest {
        /** Done, or given back. */
        ENDED,
        /** It stands until a person acts. */
        STANDS,
        /** Somebody has paused it. */
        PAUSED,
        /** Another worker has it. */
        TAKEN,
        /** A newer version has begun it, with steps that this node does not know: for a node that does. */
        STRANGE
    }
}
