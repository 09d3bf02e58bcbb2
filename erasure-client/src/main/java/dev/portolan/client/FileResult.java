package dev.portolan.client;

import dev.portolan.client.file.ReadBack;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far the erasure of one file came.
 *
 * @param end the same as {@code start} where it is not known
 * @param readBack empty unless all of it was read back
 */
record FileResult(State state, Instant start, Instant end, Optional<ReadBack> readBack, Optional<Trouble> trouble) {

    enum State {
        /** Perhaps overwritten in part. */
        BEGUN,
        OVERWRITTEN,
        FAILED
    }

    enum Trouble {
        /** Something else was read back than was written. */
        MISMATCH,
        /** The file system wrote to other blocks. */
        MOVED,
        /** The system did not let it be written or read. */
        REFUSED_BY_SYSTEM,
        /** The client ended in the middle. */
        INTERRUPTED,
        /** Overwritten, but its name is still there. */
        NOT_REMOVED
    }

    static FileResult begun(Instant start) {
        return new FileResult(State.BEGUN, start, start, Optional.empty(), Optional.empty());
    }

    FileResult overwritten(Instant at, ReadBack manner) {
        return new FileResult(State.OVERWRITTEN, start, at, Optional.of(manner), Optional.empty());
    }

    FileResult failed(Instant at, Trouble why) {
        return new FileResult(State.FAILED, start, at, Optional.empty(), Optional.of(why));
    }

    FileResult notRemoved() {
        return new FileResult(state, start, end, readBack, Optional.of(Trouble.NOT_REMOVED));
    }

    boolean overwritten() {
        return state == State.OVERWRITTEN;
    }

    byte[] asJson() {
        return Json.bytes(Map.of(
                "state", state.name(),
                "start", start.toString(),
                "end", end.toString(),
                "readBack", readBack.map(Enum::name).orElse(""),
                "trouble", trouble.map(Enum::name).orElse("")));
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #asJson} wrote */
    static FileResult of(byte[] json) {
        var node = Json.read(json);
        return new FileResult(
                State.valueOf(Json.text(node, "state")),
                Instant.parse(Json.text(node, "start")),
                Instant.parse(Json.text(node, "end")),
                Optional.of(Json.text(node, "readBack"))
                        .filter(text -> !text.isEmpty())
                        .map(ReadBack::valueOf),
                Optional.of(Json.text(node, "trouble"))
                        .filter(text -> !text.isEmpty())
                        .map(Trouble::valueOf));
    }
}
