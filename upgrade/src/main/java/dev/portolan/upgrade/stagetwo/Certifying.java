package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.ManagementPortal;
import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.AgainLater;
import dev.portolan.migration.Backoff;
import dev.portolan.migration.NeedsPerson;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.certificate.Certificates;
import dev.portolan.upgrade.certificate.TransferEnd;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.Standings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Certifies what the final proof has found equal. */
@Component
class Certifying {
    private static final String OLD_PORTAL = "unknown_message";

    private final FreezeRow row;
    private final TransferPortal portal;
    private final ManagementPortal people;
    private final Certificates certificates;
    private final Standings standings;
    private final Clock clock;

    Certifying(
            FreezeRow row,
            TransferPortal portal,
            ManagementPortal people,
            Certificates certificates,
            Standings standings,
            Clock clock) {
        this.row = row;
        this.portal = portal;
        this.people = people;
        this.certificates = certificates;
        this.standings = standings;
        this.clock = clock;
    }

    /** A Portal that does not know certificates yet is being upgraded: the run waits for it. */
    void certify(Run run) {
        if (!run.passed("final-proof")) throw new NeedsPerson(NeedsPerson.Who.OPERATOR, "not_proved");
        var end = end(run);
        run.at("certificate-due");
        try {
            Asking.of(Backoff.PATIENT, () -> certificates.issue(end));
        } catch (Refused refused) {
            if (!(refused.code().equals(OLD_PORTAL))) throw refused;
            throw new AgainLater(OLD_PORTAL, Backoff.PATIENT, refused);
        }
    }

    private TransferEnd end(Run run) {
        long epoch = run.within(() -> row.read(run.subject().value())).epoch();
        var order = Transfer.of(run, epoch);
        var outcome = Asking.of(() -> portal.outcome(order));
        var from = Transfer.from(run);
        var months = Transfer.months(run.terms());
        return new TransferEnd(
                order,
                run.runner(),
                run.by(),
                orderedAt(run),
                months,
                Objects.requireNonNullElse(run.term(Transfer.ZONE), "UTC"),
                months == 0 ? null : from,
                Objects.requireNonNull(outcome.at()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Asking.of(() -> people.access(order.tenant())).people().size());
    }

    private Instant orderedAt(Run run) {
        return standings.history(run.runner(), run.subject()).stream()
                .filter(past -> past.event().equals(MigrationEvent.TRANSFER_ORDERED.name()))
                .findFirst()
                .map(Standings.Past::at)
                .orElseGet(clock::instant);
    }
}
