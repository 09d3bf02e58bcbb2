package dev.portolan.portal.reconcile;

import dev.portolan.contract.Done;
import dev.portolan.contract.Hidden;
import dev.portolan.contract.HiddenPage;
import dev.portolan.contract.Keeping;
import dev.portolan.contract.TenantPage;
import dev.portolan.contract.Tenants;
import dev.portolan.contract.TransferBooks;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.TransfersQuestion;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What stands here of transfers. */
@Component
public class Books {
    private static final int MOST = 5_000;

    private final Tenancy tenancy;
    private final JdbcTemplate statements;
    private final BooksStore store;
    private final Clock clock;

    Books(Tenancy tenancy, JdbcTemplate statements, BooksStore store, Clock clock) {
        this.tenancy = tenancy;
        this.statements = statements;
        this.store = store;
        this.clock = clock;
    }

    public Tenants tenants(TenantPage page) {
        return new Tenants(store.tenants(page.after(), Math.clamp(page.limit(), 1, MOST)));
    }

    public TransferBooks compare(TransfersQuestion question) {
        return new TransferBooks(question.tenants().stream()
                .map(tenant -> tenancy.within(new CompanyId(tenant), () -> store.books(tenant)))
                .toList());
    }

    public Hidden hidden(HiddenPage page) {
        return opened(
                page.order(),
                () -> new Hidden(store.hidden(page.order(), page.after(), Math.clamp(page.limit(), 1, MOST))));
    }

    /** In one commit, so that no receipt speaks of a report that is no longer the transfer's. */
    public Done keep(Keeping reports) {
        return opened(reports.order(), () -> {
            int kept = store.keep(reports.order(), reports.documents());
            store.forgetReceipts(reports.order());
            return new Done(clock.instant(), kept == 0);
        });
    }

    private <T> T opened(TransferTry order, Supplier<T> work) {
        return tenancy.within(new CompanyId(order.tenant()), () -> {
            // A UUID's text holds only hex digits and dashes, so it cannot leave the quotes.
            statements.execute("set local app.transfer to '" + order.transfer() + "'");
            return work.get();
        });
    }
}
