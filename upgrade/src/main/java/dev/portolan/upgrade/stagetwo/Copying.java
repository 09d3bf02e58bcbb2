package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferPortal;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.Withdrawal;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.stagetwo.ReportSource.Change;
import dev.portolan.upgrade.stagetwo.ReportSource.Due;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Copies the reports in scope that are not there yet. Done for the history while the account works on, again for what
 * came meanwhile, and once under the freeze, for what came last.
 */
@Component
class Copying {
    private final ReportSource reports;
    private final TransferPortal portal;
    private final SideBySide batches;

    Copying(ReportSource reports, TransferPortal portal, SideBySide batches) {
        this.reports = reports;
        this.portal = portal;
        this.batches = batches;
    }

    void copy(Run run) {
        var order = Transfer.order(run);
        run.write(() -> reports.follow(order, Transfer.from(run)));
        run.write(() -> reports.plan(order));
        settle(run, Transfer.from(run));
        batches.each(run.within(() -> reports.unsent(order)), batch -> send(run, batch));
    }

    /** Whether nothing is on its way. */
    boolean allProved(TransferTry order) {
        return reports.unsent(order).isEmpty() && reports.unproved(order).isEmpty();
    }

    /**
     * Takes everything back that was copied, and follows no longer. Whatever else ends a transfer leaves its reports in the
     * Portal, so they are followed on: another try finds there what it needs and no more.
     */
    void withdrawAll(Run run) {
        settle(run, Transfer.NEVER);
        run.write(() -> reports.leave(Transfer.order(run)));
    }

    /** How many changes have not been followed. */
    long behind(Run run) {
        return run.within(() -> reports.behind(Transfer.order(run)));
    }

    private void send(Run run, int number) {
        var order = Transfer.order(run);
        var batch = run.within(() -> reports.read(order, number));
        run.at("batch-read");
        var receipt = Asking.of(() -> portal.send(batch));
        run.at("batch-sent");
        run.write(() -> reports.received(order, receipt));
        run.progressed();
    }

    /**
     * All that is due by now. What comes meanwhile is left to the next time: writers who come without end would keep this here
     * without end, and under the freeze there are none.
     */
    private void settle(Run run, Instant from) {
        var order = Transfer.order(run);
        Due due;
        do {
            due = run.within(() -> reports.changes(order));
            settle(run, from, due.changes());
        } while (due.more());
        do {
            due = run.within(() -> reports.rescoped(order, from));
            settle(run, from, due.changes());
            // What lies between two bounds has an end, and is known to be done when nothing is found any more.
        } while (from.equals(Transfer.NEVER) ? due.more() : !due.changes().isEmpty());
    }

    /** What was sent and is another now is taken back first, so that the Portal never has two of it. */
    private void settle(Run run, Instant from, List<Change> changes) {
        if (changes.isEmpty()) return;
        var order = Transfer.order(run);
        var sent = changes.stream().filter(Change::sent).map(Change::document).toList();
        if (!sent.isEmpty()) Asking.of(() -> portal.withdraw(new Withdrawal(order, sent)));
        run.write(() -> reports.settle(order, from, changes));
        run.progressed();
    }
}
