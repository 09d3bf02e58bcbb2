package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferPortal;
import dev.portolan.contract.Withdrawal;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Copies the reports in scope that are not there yet. Done once while the account works on, for the history, and once
 * under the freeze, for what came late.
 */
@Component
class Copying {
    private final ReportSource reports;
    private final TransferPortal portal;

    Copying(ReportSource reports, TransferPortal portal) {
        this.reports = reports;
        this.portal = portal;
    }

    void copy(Run run) {
        var order = Transfer.order(run);
        withdraw(run, Transfer.from(run));
        run.write(() -> reports.plan(order, Transfer.from(run)));
        for (var next = next(run); next != null; next = next(run)) {
            int number = next;
            var batch = run.within(() -> reports.read(order, number));
            run.at("batch-read");
            var receipt = Asking.of(() -> portal.send(batch));
            run.at("batch-sent");
            run.write(() -> reports.received(order, receipt));
            run.progressed();
        }
    }

    private @Nullable Integer next(Run run) {
        return run.within(() -> reports.nextUnsent(Transfer.order(run)).orElse(null));
    }

    /** Takes everything back that was copied. */
    void withdrawAll(Run run) {
        withdraw(run, Transfer.NEVER);
    }

    private void withdraw(Run run, Instant from) {
        var order = Transfer.order(run);
        while (true) {
            var documents = run.within(() -> reports.outOfScope(order, from));
            if (documents.isEmpty()) return;
            Asking.of(() -> portal.withdraw(new Withdrawal(order, documents)));
            run.write(() -> reports.forget(order, documents));
        }
    }
}
