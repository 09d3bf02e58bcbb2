package dev.portolan.client;

import java.util.function.Consumer;

/** Finds a licence for an erasure: at the service, or where that cannot be reached among those reserved ahead. */
final class Cover {

    private static final String ONE_LICENCE = "1";

    private final Delivery delivery;
    private final Erasures erasures;
    private final Consumer<Text> notices;
    private final boolean anyway;
    private boolean offline;

    /** @param offline asks nobody, and goes on where no licence is left: the service covers or marks the report later */
    Cover(Delivery delivery, Erasures erasures, boolean offline, Consumer<Text> notices) {
        this.delivery = delivery;
        this.erasures = erasures;
        this.offline = offline;
        this.anyway = offline;
        this.notices = notices;
    }

    /** Settles what an earlier run left, if the service can be reached or a licence reserved ahead helps without it. */
    void settleWhatIsLeft(String product) throws ClientFault {
        if (offline) return;
        try {
            delivery.settleWhatIsLeft();
        } catch (Unreachable unreachable) {
            goOn(product, unreachable);
        }
    }

    SpooledErasure forNew(Work work, String product) throws ClientFault {
        if (!offline) {
            try {
                return delivery.reserve(work, product, ONE_LICENCE);
            } catch (Unreachable unreachable) {
                goOn(product, unreachable);
            }
        }
        var ahead = erasures.take(work, product, ONE_LICENCE);
        if (ahead.isPresent()) return ahead.get();
        if (!anyway) throw new Unreachable("offline.no-licence", product);
        return erasures.begin(work, product, ONE_LICENCE);
    }

    private void goOn(String product, Unreachable unreachable) throws ClientFault {
        var ahead = erasures.left().stream()
                .anyMatch(each -> Erasures.isAhead(each) && each.product().equals(product));
        if (!ahead) throw unreachable;
        offline = true;
        notices.accept(Text.of("offline"));
    }

    void deliver(SpooledErasure erasure) throws ClientFault {
        if (!offline) delivery.deliver(erasure);
    }
}
