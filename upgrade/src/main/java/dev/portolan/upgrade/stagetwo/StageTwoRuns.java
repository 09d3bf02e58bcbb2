package dev.portolan.upgrade.stagetwo;

import dev.portolan.migration.Cancelling;
import dev.portolan.migration.Runs;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.stageone.CompanySource;
import dev.portolan.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes the wizard's orders for stage two, and says how far they are. */
@Component
class StageTwoRuns implements StageTwoOrders {
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final Tenancy tenancy;
    private final Runs runs;
    private final CompanySource companies;
    private final ReportSource reports;
    private final Clock clock;

    StageTwoRuns(Tenancy tenancy, Runs runs, CompanySource companies, ReportSource reports, Clock clock) {
        this.tenancy = tenancy;
        this.runs = runs;
        this.companies = companies;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void order(CompanyId runner, List<CompanyId> subjects, ReportScope scope, UUID by) {
        for (var subject : subjects) {
            if (runs.ending(runner, StageTwoPlan.NAME, subject)) throw Refusal.later("run_ending", SHORTLY);
            var zone = Transfer.zone(
                    tenancy.within(subject, () -> companies.read(subject)).zone());
            var terms = Transfer.terms(clock.instant(), zone, scope.months());
            runs.order(runner, StageTwoPlan.NAME, subject, terms, by);
        }
    }

    @Override
    public Cancelling cancel(CompanyId runner, CompanyId subject, UUID by) {
        return runs.find(runner, StageTwoPlan.NAME, subject)
                .map(run -> runs.cancel(runner, run.id(), by))
                .orElse(Cancelling.TOO_LATE);
    }

    @Override
    public Map<CompanyId, Progress> progress(CompanyId runner, Collection<CompanyId> subjects) {
        var progress = new HashMap<CompanyId, Progress>();
        for (var run : runs.all(runner, StageTwoPlan.NAME)) {
            var subject = run.subject();
            if (!subjects.contains(subject)) continue;
            var from = Transfer.from(run.terms());
            var copied = tenancy.within(subject, () -> reports.copied(subject.value(), run.id(), from));
            progress.put(subject, RunProgress.of(run, copied));
        }
        return progress;
    }
}
