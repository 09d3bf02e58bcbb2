package dev.portolan.upgrade.customer;

import static dev.portolan.upgrade.status.MigrationEvent.STAGE_ONE_ORDERED;
import static dev.portolan.upgrade.status.MigrationEvent.TRANSFER_CANCELLED;
import static dev.portolan.upgrade.status.MigrationEvent.TRANSFER_ORDERED;
import static dev.portolan.upgrade.status.MigrationEvent.UNDO_ORDERED;

import dev.portolan.migration.Cancelling;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.journey.Journey;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.OptionAnswers;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.order.UndoOrders;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.web.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Orders the two stages for customers. What moved on meanwhile is left alone. */
@Component
public class Orders {
    private static final Set<MigrationState> CANCELLABLE =
            EnumSet.of(MigrationState.STAGE_TWO_PENDING, MigrationState.STAGE_TWO_IN_PROGRESS);

    private final Tenancy tenancy;
    private final Journeys journeys;
    private final Migrations migrations;
    private final CustomerStore customers;
    private final ObjectProvider<StageOneOrders> stageOne;
    private final ObjectProvider<StageTwoOrders> stageTwo;
    private final ObjectProvider<UndoOrders> undos;

    Orders(
            Tenancy tenancy,
            Journeys journeys,
            Migrations migrations,
            CustomerStore customers,
            ObjectProvider<StageOneOrders> stageOne,
            ObjectProvider<StageTwoOrders> stageTwo,
            ObjectProvider<UndoOrders> undos) {
        this.tenancy = tenancy;
        this.journeys = journeys;
        this.migrations = migrations;
        this.customers = customers;
        this.stageOne = stageOne;
        this.stageTwo = stageTwo;
        this.undos = undos;
    }

    /**
     * Orders stage one, under the lock that closes the door too.
     *
     * @return how many were ordered
     * @throws Refusal {@code upgrade_door_closed} once the partner's own transfer is confirmed
     */
    public int invite(CompanyId partner, List<CompanyId> wanted, UUID by) {
        return tenancy.within(partner, () -> {
            var journey = journeys.locked(partner).orElseThrow(Refusal::notFound);
            requireDoorOpen(journey);
            var moved = moved(partner, wanted, STAGE_ONE_ORDERED, by);
            if (!moved.isEmpty()) stageOne.getObject().order(partner, moved, OptionAnswers.of(journey), by);
            return moved.size();
        });
    }

    /** Before much is asked for an invitation that would be refused anyway; asked again under the lock. */
    void requireDoorOpen(CompanyId partner) {
        requireDoorOpen(journeys.find(partner).orElseThrow(Refusal::notFound));
    }

    private static void requireDoorOpen(Journey journey) {
        if (!journey.isOpen(Step.MANAGE_CUSTOMERS)) throw Refusal.notFound();
        if (!journey.mayStartCustomers()) throw new Refusal(HttpStatus.CONFLICT, "upgrade_door_closed");
    }

    /** Orders stage one again for one that failed; that is no start, so the door does not matter. */
    public int retryStageOne(CompanyId partner, CompanyId customer, UUID by) {
        return tenancy.within(partner, () -> {
            var journey = journeys.locked(partner).orElseThrow(Refusal::notFound);
            if (!migrations
                    .state(partner, customer)
                    .filter(MigrationState.STAGE_ONE_FAILED::equals)
                    .isPresent()) return 0;
            var moved = moved(partner, List.of(customer), STAGE_ONE_ORDERED, by);
            if (!moved.isEmpty()) stageOne.getObject().order(partner, moved, OptionAnswers.of(journey), by);
            return moved.size();
        });
    }

    /** Orders stage two with the reports of the last 12 months; also after the door has closed. */
    public int transfer(CompanyId partner, List<CompanyId> wanted, UUID by) {
        return tenancy.within(partner, () -> {
            var journey = journeys.locked(partner).orElseThrow(Refusal::notFound);
            if (!journey.isOpen(Step.MANAGE_CUSTOMERS)) throw Refusal.notFound();
            var moved = moved(partner, wanted, TRANSFER_ORDERED, by);
            if (!moved.isEmpty()) stageTwo.getObject().order(partner, moved, ReportScope.TWELVE_MONTHS, by);
            return moved.size();
        });
    }

    /** Cancels a transfer up to its point of no return. */
    public Cancelling cancel(CompanyId partner, CompanyId customer, UUID by) {
        return tenancy.within(partner, () -> {
            if (customers.rows(partner, List.of(customer)).isEmpty()) throw Refusal.notFound();
            return cancelForOperator(partner, customer, by);
        });
    }

    /** The same for an operator of the vendor: of a customer, or of the company itself. */
    public Cancelling cancelForOperator(CompanyId runner, CompanyId subject, UUID by) {
        return tenancy.within(runner, () -> {
            // The lock of the journey orders this after whoever moves the customer by this wizard.
            journeys.locked(runner);
            var state = migrations.state(runner, subject);
            if (state.filter(CANCELLABLE::contains).isEmpty()) return Cancelling.TOO_LATE;
            var cancelling = stageTwo.getObject().cancel(runner, subject, by);
            if (cancelling == Cancelling.AT_ONCE) migrations.happened(runner, subject, TRANSFER_CANCELLED, by, null);
            return cancelling;
        });
    }

    /** Orders the undo of a transfer that is in force; false where the customer stands elsewhere by now. */
    public boolean undo(CompanyId partner, CompanyId customer, UUID by) {
        return tenancy.within(partner, () -> {
            journeys.locked(partner);
            boolean moved = !moved(partner, List.of(customer), UNDO_ORDERED, by).isEmpty();
            if (moved) undos.getObject().order(partner, customer, by);
            return moved;
        });
    }

    private List<CompanyId> moved(CompanyId partner, List<CompanyId> wanted, MigrationEvent event, UUID by) {
        // In one order, so that two orders of the same customers wait for each other and never lock crosswise.
        return customers.rows(partner, wanted).stream()
                .map(CustomerRow::id)
                .sorted(java.util.Comparator.comparing(CompanyId::value))
                .filter(id -> migrations.happened(partner, id, event, by, null).isPresent())
                .toList();
    }
}
