package dev.portolan.cloud.reconcile;

import dev.portolan.contract.TransferTry;
import java.util.UUID;

/** What a comparison of one company leads to. */
sealed interface Verdict {

    /** Nothing differs, or nothing that the protocol does not see to by itself. */
    record Agrees() implements Verdict {}

    /** Only the fence in the Portal is higher: the next try begins beyond it. */
    record Behind(long epoch) implements Verdict {}

    /**
     * The Portal has activated, the Cloud does not know: it becomes read-only.
     *
     * @param order what was activated
     * @param fence the greatest epoch the Portal has seen
     * @param completed whether both sides had been found equal
     */
    record Moved(TransferTry order, long fence, boolean completed) implements Verdict {}

    /**
     * The Cloud is read-only, the Portal has lost the activation: the account comes back and moves anew.
     *
     * @param tenantStands whether the Portal still knows the tenant; else stage one is done anew first
     */
    record ActivationLost(TransferTry order, long fence, boolean tenantStands) implements Verdict {}

    /**
     * A transfer is not decided, and what was copied may be missing on either side: it begins anew.
     *
     * @param held whether the company stands still for it, so that the account is given back first
     */
    record CopyAgain(TransferTry order, long fence, boolean held) implements Verdict {}

    /** The Portal has something of an undecided transfer whose order the Cloud has lost. */
    record Unordered(UUID transfer, long fence) implements Verdict {}

    /** The Portal has lost the tenant: stage one is done anew. */
    record TenantLost() implements Verdict {}

    /** Nothing is done but that nobody can write in the Cloud; a person looks at both sides. */
    record Person(String why) implements Verdict {}
}
