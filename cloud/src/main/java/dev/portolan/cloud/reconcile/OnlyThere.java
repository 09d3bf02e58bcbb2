package dev.portolan.cloud.reconcile;

import dev.portolan.cloud.transfer.RestoredAccounts;
import dev.portolan.contract.ComparedPortal;
import dev.portolan.contract.HiddenPage;
import dev.portolan.contract.Keeping;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports that a restored Cloud has lost and the Portal still has, hidden: the only copies of legal evidence. */
@Component
class OnlyThere {
    private static final int AT_A_TIME = 2_000;

    private final Tenancy tenancy;
    private final RestoredAccounts accounts;
    private final ComparedPortal portal;

    OnlyThere(Tenancy tenancy, RestoredAccounts accounts, ComparedPortal portal) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.portal = portal;
    }

    /** How many; changes nothing. */
    long count(TransferTry order) {
        var count = new long[1];
        each(order, lost -> count[0] += lost.size());
        return count[0];
    }

    /** Makes them the tenant's, and has the Portal forget its receipts of the transfer. */
    void keep(TransferTry order) {
        each(order, lost -> portal.keep(new Keeping(order, lost)));
        portal.keep(new Keeping(order, List.of()));
    }

    private void each(TransferTry order, Consumer<List<UUID>> work) {
        @Nullable UUID after = null;
        while (true) {
            var there = portal.hidden(new HiddenPage(order, after, AT_A_TIME)).documents();
            if (there.isEmpty()) return;
            var lost = new HashSet<>(there);
            lost.removeAll(
                    tenancy.within(new CompanyId(order.tenant()), () -> accounts.standing(order.tenant(), there)));
            if (!lost.isEmpty()) work.accept(List.copyOf(lost));
            after = there.getLast();
        }
    }
}
