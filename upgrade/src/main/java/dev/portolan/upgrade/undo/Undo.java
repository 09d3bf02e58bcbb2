package dev.portolan.upgrade.undo;

import dev.portolan.contract.TransferTry;
import dev.portolan.contract.UndoTry;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stagetwo.CompletedTransfers.CompletedTransfer;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The terms of an undo, as its run carries them: which transfer it takes back. */
final class Undo {
    private static final String TRANSFER = "transfer";
    private static final String EPOCH = "epoch";
    private static final String FROM = "from";

    private Undo() {}

    static Map<String, String> terms(CompletedTransfer transfer) {
        return Map.of(
                TRANSFER, transfer.transfer().toString(),
                EPOCH, Long.toString(transfer.epoch()),
                FROM, transfer.from().toString());
    }

    /** The transfer, by the epoch that was activated. */
    static TransferTry transfer(Run run) {
        return new TransferTry(
                run.subject().value(), UUID.fromString(term(run, TRANSFER)), Long.parseLong(term(run, EPOCH)));
    }

    static Instant from(Run run) {
        return Instant.parse(term(run, FROM));
    }

    /** This worker's try. */
    static UndoTry order(Run run) {
        return of(run, run.epoch());
    }

    static UndoTry of(Run run, long epoch) {
        return new UndoTry(
                new TransferTry(run.subject().value(), run.id(), epoch),
                transfer(run).transfer());
    }

    private static String term(Run run, String name) {
        return Objects.requireNonNull(run.term(name));
    }
}
