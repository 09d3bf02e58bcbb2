package dev.portolan.portal.exchange;

import dev.portolan.contract.Cbor;
import dev.portolan.contract.ContentDigest;
import dev.portolan.contract.Done;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.TenantProvision;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Creates tenants, each with its row in its partner's list and its trial pools, in one commit. */
@Component
class TenantProvisioning {
    private static final String MESSAGE = "tenant";

    private final Tenancy tenancy;
    private final TenantStore store;
    private final Receipts receipts;

    TenantProvisioning(Tenancy tenancy, TenantStore store, Receipts receipts) {
        this.tenancy = tenancy;
        this.store = store;
        this.receipts = receipts;
    }

    /** @throws PortalRefusal {@code name_not_usable}, {@code unknown_parent}, {@code unknown_product} */
    Done provision(TenantProvision tenant) {
        var digest = ContentDigest.sha256(Cbor.write(tenant));
        return tenancy.within(
                new CompanyId(tenant.tenant()),
                () -> receipts.find(tenant.tenant(), MESSAGE, digest).orElseGet(() -> {
                    requireSound(tenant);
                    if (store.insert(tenant)) addTrials(tenant);
                    enterAtParent(tenant);
                    return receipts.give(tenant.tenant(), MESSAGE, digest);
                }));
    }

    private void requireSound(TenantProvision tenant) {
        if (!Questions.usable(tenant.name())) throw new PortalRefusal("name_not_usable", tenant.name());
        var known = store.products();
        for (var trial : tenant.trials())
            if (!known.contains(trial.product())) throw new PortalRefusal("unknown_product", trial.product());
    }

    private void enterAtParent(TenantProvision tenant) {
        var parent = tenant.parent();
        if (parent == null) return;
        tenancy.run(new CompanyId(parent), () -> {
            if (!store.exists(parent)) throw new PortalRefusal("unknown_parent", parent.toString());
            store.enter(parent, tenant);
        });
    }

    private void addTrials(TenantProvision tenant) {
        for (var trial : tenant.trials()) {
            var pool = Ids.next();
            store.insertTrial(tenant, pool, trial);
            store.makeDefaultIfNone(tenant.tenant(), pool);
        }
    }
}
