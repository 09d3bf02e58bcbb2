package dev.portolan.client;

import dev.portolan.report.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings what lies in the spool to the service, and removes only what the service proved to have. */
final class Delivery {

    private final Service service;
    private final Spool spool;
    private final Progress progress;

    Delivery(Service service, Spool spool, Progress progress) {
        this.service = service;
        this.spool = spool;
        this.progress = progress;
    }

    /** Settles what an earlier run left: reports first, since they are evidence; then the licences not used. */
    void settleWhatIsLeft() throws ClientFault {
        var left = spool.left().stream().collect(Collectors.partitioningBy(SpooledErasure::hasReport));
        for (var erasure : left.getOrDefault(true, List.of())) deliver(erasure);
        for (var erasure : left.getOrDefault(false, List.of())) release(erasure);
    }

    void deliver(SpooledErasure erasure) throws ClientFault {
        try {
            var report = Files.readAllBytes(erasure.reportFile());
            var stored = service.deliver(erasure.reservation().orElseThrow(), report);
            if (!stored.equalsIgnoreCase(Sha256.of(report).hex())) throw new Unreachable("digest-differs");
            spool.settled(erasure);
            progress.sent();
        } catch (Refused refused) {
            if (!refused.concernsThisReportOnly()) throw refused;
            spool.refused(erasure, refused.problem());
            progress.refused(refused.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The erasure did not end. If it is unknown whether its licence was reserved, asking again finds out. */
    private void release(SpooledErasure erasure) throws ClientFault {
        try {
            var reservation =
                    erasure.reservation().isPresent() ? erasure.reservation().get() : reserve(erasure);
            service.release(reservation);
            progress.released();
        } catch (Refused refused) {
            if (!refused.nothingWasReserved()) throw refused;
        }
        spool.settled(erasure);
    }

    private UUID reserve(SpooledErasure erasure) throws ClientFault {
        return service.reserve(erasure.product(), erasure.quantity(), erasure.key());
    }

    /** Reserves a licence for a new erasure; a refusal leaves nothing in the spool. */
    SpooledErasure reserve(String product, String quantity) throws ClientFault {
        var erasure = spool.begin(product, quantity);
        try {
            return spool.reserved(erasure, reserve(erasure));
        } catch (Refused refused) {
            spool.settled(erasure);
            throw refused;
        }
    }
}
