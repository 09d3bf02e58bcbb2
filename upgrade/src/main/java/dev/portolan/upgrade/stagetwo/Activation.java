package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.Outcome;
import dev.portolan.contract.Outcome.Decision;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.AgainLater;
import dev.portolan.migration.Backoff;
import dev.portolan.migration.NeedsPerson;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The point of no return, and what follows from it here. */
@Component
class Activation {
    private static final Logger log = LoggerFactory.getLogger(Activation.class);

    private final FreezeRow row;
    private final TransferPortal portal;

    Activation(FreezeRow row, TransferPortal portal) {
        this.row = row;
        this.portal = portal;
    }

    /** From this commit on, this side decides nothing any more. */
    void commit(Run run) {
        boolean held = run.within(() -> row.activating(Transfer.order(run)));
        if (!held) throw new Refused("freeze_expired");
    }

    /**
     * Activates in the Portal. An answer that got lost is asked for: the first outcome stands, so asking to activate once
     * more answers what was decided.
     *
     * @throws Refused {@code aborted} where somebody aborted first
     */
    void activate(Run run) {
        long epoch = run.within(() -> row.read(run.subject().value())).epoch();
        Outcome outcome;
        try {
            outcome = portal.activate(Transfer.of(run, epoch));
        } catch (PortalUnreachable unreachable) {
            log.error("company stays frozen until the Portal answers run={} company={}", run.id(), run.subject());
            throw new AgainLater("outcome_unknown", Backoff.PATIENT, unreachable);
        }
        run.at("activated");
        if (outcome.decision() != Decision.ACTIVATED) throw new Refused("aborted");
    }

    /** Reads the outcome and takes the consequence. */
    void readOnly(Run run) {
        var freezing = run.within(() -> row.read(run.subject().value()));
        if (!freezing.decided(run.id())) throw new NeedsPerson(NeedsPerson.Who.OPERATOR, "activated_while_not_frozen");
        var outcome = Asking.of(() -> portal.outcome(Transfer.of(run, freezing.epoch())));
        if (outcome.decision() != Decision.ACTIVATED) throw new NeedsPerson(NeedsPerson.Who.OPERATOR, "outcome_lost");
        run.write(() -> row.readOnly(Transfer.of(run, outcome.epoch())));
    }
}
