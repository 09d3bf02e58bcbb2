package dev.portolan.portal.intake;

import dev.portolan.contract.Done;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.RestProvision;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Stores what a transfer brings beside reports, hidden; a later try replaces what an earlier one has sent. */
@Component
public class RestIntake {
    private final OpenedTransfer opened;
    private final RestIntakeStore store;
    private final AdoptedPools adopted;
    private final Clock clock;

    RestIntake(OpenedTransfer opened, RestIntakeStore store, AdoptedPools adopted, Clock clock) {
        this.opened = opened;
        this.store = store;
        this.adopted = adopted;
        this.clock = clock;
    }

    /**
     * All of it in one commit.
     *
     * @throws PortalRefusal {@code unknown_product} with its name, besides what {@link OpenedTransfer} refuses
     */
    public Done take(RestProvision rest) {
        return opened.within(rest.order(), () -> {
            var order = rest.order();
            requireKnown(rest);
            store.clear(order);
            adopted.adopt(order);
            rest.workflows().forEach(workflow -> store.write(order, workflow));
            rest.pools().forEach(pool -> store.write(order, pool));
            rest.reservations().forEach(reservation -> store.write(order, reservation));
            boolean first = store.stands(order, rest.defaultWorkflow());
            return new Done(clock.instant(), !first);
        });
    }

    private void requireKnown(RestProvision rest) {
        var known = store.products();
        for (var pool : rest.pools())
            if (!known.contains(pool.product())) throw new PortalRefusal("unknown_product", pool.product());
    }
}
