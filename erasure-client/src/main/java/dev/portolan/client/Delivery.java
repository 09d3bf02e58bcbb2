package dev.portolan.client;

import dev.portolan.report.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

/** Brings what lies in the spool to the service, and removes only what the service proved to have. */
final class Delivery {

    private final Service service;
    private final Erasures erasures;
    private final Interrupted interrupted;
    private final Progress progress;

    Delivery(Service service, Erasures erasures, Interrupted interrupted, Progress progress) {
        this.service = service;
        this.erasures = erasures;
        this.interrupted = interrupted;
        this.progress = progress;
    }

    /**
     * Settles what an earlier run left: first writes the reports of erasures that were interrupted, then sends reports,
     * since they are evidence, then returns the licences not used.
     */
    void settleWhatIsLeft() throws ClientFault {
        for (var erasure : erasures.left()) {
            if (erasure.work() == Work.FILES && !erasure.hasReport()) interrupted.finish(erasure);
        }
        for (var erasure : erasures.left()) {
            if (erasure.hasReport()) deliver(erasure);
        }
        for (var erasure : erasures.left()) {
            if (!erasure.hasReport() && !Erasures.isAhead(erasure)) settle(erasure);
        }
    }

    private void settle(SpooledErasure erasure) throws ClientFault {
        if (erasure.work() == Work.AHEAD) {
            reserveAhead(erasure);
        } else {
            release(erasure);
        }
    }

    void deliver(SpooledErasure erasure) throws ClientFault {
        try {
            var covered = covered(erasure);
            var report = Files.readAllBytes(covered.reportFile());
            var stored = service.deliver(covered.reservation(), report);
            if (!stored.equalsIgnoreCase(Sha256.of(report).hex())) throw new Unreachable("digest-differs");
            erasures.settled(covered);
            progress.sent(covered.reservation().isPresent());
        } catch (Refused refused) {
            if (!refused.concernsThisReportOnly()) throw refused;
            erasures.refused(erasure, refused.problem());
            progress.refused(refused.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An erasure without connection has no licence yet; the report goes out in any case. */
    private SpooledErasure covered(SpooledErasure erasure) throws ClientFault {
        if (erasure.reservation().isPresent()) return erasure;
        try {
            return erasures.reserved(erasure, reserve(erasure));
        } catch (Refused refused) {
            if (!refused.nothingWasReserved()) throw refused;
            return erasure;
        }
    }

    /** The erasure did not end. If it is unknown whether its licence was reserved, asking again finds out. */
    void release(SpooledErasure erasure) throws ClientFault {
        try {
            var reservation =
                    erasure.reservation().isPresent() ? erasure.reservation().get() : reserve(erasure);
            service.release(reservation);
            progress.released();
        } catch (Refused refused) {
            if (!refused.nothingWasReserved()) throw refused;
        }
        erasures.settled(erasure);
    }

    private UUID reserve(SpooledErasure erasure) throws ClientFault {
        return service.reserve(erasure.product(), erasure.quantity(), erasure.key());
    }

    /** Reserves a licence for a new erasure; a refusal leaves nothing in the spool. */
    SpooledErasure reserve(Work work, String product, String quantity) throws ClientFault {
        var begun = erasures.begin(work, product, quantity);
        try {
            return erasures.reserved(begun, reserve(begun));
        } catch (Refused refused) {
            erasures.settled(begun);
            throw refused;
        }
    }

    /** Asks again for a licence that was to be reserved ahead when the connection broke. */
    private void reserveAhead(SpooledErasure begun) throws ClientFault {
        try {
            erasures.reserved(begun, reserve(begun));
        } catch (Refused refused) {
            if (!refused.nothingWasReserved()) throw refused;
            erasures.settled(begun);
        }
    }
}
