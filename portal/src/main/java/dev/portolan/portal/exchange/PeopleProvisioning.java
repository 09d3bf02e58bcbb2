package dev.portolan.portal.exchange;

import dev.portolan.contract.Cbor;
import dev.portolan.contract.ContentDigest;
import dev.portolan.contract.Done;
import dev.portolan.contract.Leavers;
import dev.portolan.contract.PeopleProvision;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Creates groups, roles and users of a tenant, and bars those who have left. */
@Component
class PeopleProvisioning {
    private static final String MESSAGE = "people";

    private final Tenancy tenancy;
    private final PeopleStore store;
    private final TenantStore tenants;
    private final Receipts receipts;
    private final Clock clock;

    PeopleProvisioning(Tenancy tenancy, PeopleStore store, TenantStore tenants, Receipts receipts, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.tenants = tenants;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** @throws PortalRefusal {@code unknown_tenant}, or {@code email_taken} with the address; then nobody was created */
    Done provision(PeopleProvision people) {
        var digest = ContentDigest.sha256(Cbor.write(people));
        return tenancy.within(
                new CompanyId(people.tenant()),
                () -> receipts.find(people.tenant(), MESSAGE, digest).orElseGet(() -> {
                    requireTenant(people);
                    people.groups().forEach(group -> store.insert(people.tenant(), group));
                    people.roles().forEach(role -> store.insert(people.tenant(), role));
                    people.users().forEach(user -> insert(people, user));
                    return receipts.give(people.tenant(), MESSAGE, digest);
                }));
    }

    private void requireTenant(PeopleProvision people) {
        if (!tenants.exists(people.tenant()))
            throw new PortalRefusal("unknown_tenant", people.tenant().toString());
    }

    private void insert(PeopleProvision people, PeopleProvision.User user) {
        if (!store.own(people.tenant(), user)) throw new PortalRefusal("email_taken", user.email());
        store.insert(people.tenant(), user);
    }

    Done bar(Leavers leavers) {
        return tenancy.within(new CompanyId(leavers.tenant()), () -> {
            int barred = store.bar(leavers.tenant(), leavers.users());
            return new Done(clock.instant(), barred == 0);
        });
    }
}
