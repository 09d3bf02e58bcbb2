package dev.portolan.upgrade.stageone;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.migration.AgainLater;
import dev.portolan.migration.Backoff;
import dev.portolan.migration.Refused;
import java.util.function.Supplier;

/** Turns what may go wrong with a message to the Portal into faults of the engine. */
public final class Asking {
    private Asking() {}

    /**
     * Sends a message.
     *
     * @throws AgainLater {@code portal_unreachable}
     * @throws Refused with the Portal's code and what it is about
     */
    public static <T> T of(Supplier<T> message) {
        return of(Backoff.UNREACHABLE, message);
    }

    /** As {@link #of(Supplier)}, with another patience. */
    public static <T> T of(Backoff backoff, Supplier<T> message) {
        try {
            return message.get();
        } catch (PortalUnreachable unreachable) {
            throw new AgainLater("portal_unreachable", backoff, unreachable);
        } catch (PortalRefusal refusal) {
            throw new Refused(refusal.code(), refusal.detail());
        }
    }
}
