package dev.portolan.upgrade.stagetwo;

import dev.portolan.migration.Runs;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Transfers that are in force, for whoever wants to look at one again. */
@Component
public class CompletedTransfers {
    private final Runs runs;
    private final FreezeRow row;
    private final Tenancy tenancy;

    CompletedTransfers(Runs runs, FreezeRow row, Tenancy tenancy) {
        this.runs = runs;
        this.row = row;
        this.tenancy = tenancy;
    }

    /**
     * A transfer that has made its company read-only.
     *
     * @param epoch the one that was activated
     * @param from reports received since then were in scope
     */
    public record CompletedTransfer(UUID transfer, long epoch, Instant from) {}

    public Optional<CompletedTransfer> of(CompanyId runner, CompanyId subject) {
        var freezing = tenancy.within(subject, () -> row.read(subject.value()));
        if (freezing.state() != FreezeRow.State.READ_ONLY) return Optional.empty();
        return runs.find(runner, StageTwoPlan.NAME, subject)
                .filter(run -> run.id().equals(freezing.transfer()))
                .map(run -> new CompletedTransfer(run.id(), freezing.epoch(), Transfer.from(run.terms())));
    }
}
