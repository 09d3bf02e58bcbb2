package dev.portolan.upgrade.undo;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.UndoOutlook;
import dev.portolan.contract.UndoPortal;
import dev.portolan.contract.UndoTry;
import dev.portolan.migration.Runs;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.order.UndoOrders;
import dev.portolan.upgrade.stagetwo.CompletedTransfers;
import dev.portolan.upgrade.stagetwo.CompletedTransfers.CompletedTransfer;
import dev.portolan.web.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes the orders to undo a transfer. */
@Component
class UndoRuns implements UndoOrders {
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final Runs runs;
    private final CompletedTransfers transfers;
    private final UndoPortal portal;

    UndoRuns(Runs runs, CompletedTransfers transfers, UndoPortal portal) {
        this.runs = runs;
        this.transfers = transfers;
        this.portal = portal;
    }

    @Override
    public void order(CompanyId runner, CompanyId subject, UUID by) {
        if (runs.ending(runner, UndoPlan.NAME, subject)) throw Refusal.later("run_ending", SHORTLY);
        var transfer = transfers.of(runner, subject).orElseThrow(Refusal::notFound);
        runs.order(runner, UndoPlan.NAME, subject, Undo.terms(transfer), by);
    }

    @Override
    public Optional<UndoOutlook> outlook(CompanyId runner, CompanyId subject) {
        return transfers.of(runner, subject).flatMap(transfer -> ask(subject, transfer));
    }

    private Optional<UndoOutlook> ask(CompanyId subject, CompletedTransfer transfer) {
        var question = new UndoTry(
                new TransferTry(subject.value(), transfer.transfer(), transfer.epoch()), transfer.transfer());
        try {
            return Optional.of(portal.outlook(question));
        } catch (PortalUnreachable | PortalRefusal silent) {
            return Optional.empty();
        }
    }
}
