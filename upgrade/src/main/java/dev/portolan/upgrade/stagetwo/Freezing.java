package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Freezes the account, and takes its licences out of it. */
@Component
class Freezing {
    private final FreezeRow row;
    private final LicenceSource licences;
    private final TransferPortal portal;
    private final Duration limit;

    Freezing(
            FreezeRow row,
            LicenceSource licences,
            TransferPortal portal,
            @Value("${portolan.upgrade.freeze-limit:5m}") Duration limit) {
        this.row = row;
        this.licences = licences;
        this.portal = portal;
        this.limit = limit;
    }

    boolean decided(Run run) {
        return run.within(() -> row.read(run.subject().value()).decided(run.id()));
    }

    /** Whether the company stands still for this run at the moment. */
    boolean holds(Run run) {
        return run.within(() -> row.read(run.subject().value()).standsStill(run.id()));
    }

    /**
     * Before another try asks anything of the Portal, which may be out of reach.
     *
     * @throws Refused {@code freeze_expired} where an earlier epoch's freeze ended before its work was done
     */
    void requireLease(Run run) {
        boolean again = run.passed("freeze");
        if (again && run.within(() -> row.read(run.subject().value())).state() == FreezeRow.State.ACTIVE)
            throw new Refused("freeze_expired");
    }

    /** @throws Refused {@code freeze_expired}, as {@link #requireLease} */
    void freeze(Run run) {
        var order = Transfer.order(run);
        boolean again = run.passed("freeze");
        run.write(() -> {
            boolean lost = again && row.read(order.tenant()).state() == FreezeRow.State.ACTIVE;
            if (lost || !row.freeze(order, limit)) throw new Refused("freeze_expired");
        });
    }

    /** Takes out what is usable, in one commit, and has the Portal store it, hidden. */
    void leave(Run run) {
        var order = Transfer.order(run);
        var rest = run.within(() -> licences.leave(order)).orElseThrow(() -> new Refused("freeze_expired"));
        run.at("licences-left");
        Asking.of(() -> portal.send(rest));
    }
}
