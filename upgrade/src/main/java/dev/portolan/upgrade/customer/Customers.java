package dev.portolan.upgrade.customer;

import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Status;
import dev.portolan.web.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The partner's customers with the progress of their transfers. */
@Component
public class Customers {
    private static final Set<MigrationState> MOVING = Set.of(
            MigrationState.STAGE_TWO_PENDING, MigrationState.STAGE_TWO_IN_PROGRESS, MigrationState.STAGE_TWO_FAILED);

    private final CustomerStore store;
    private final ObjectProvider<StageTwoOrders> stageTwo;

    Customers(CustomerStore store, ObjectProvider<StageTwoOrders> stageTwo) {
        this.store = store;
        this.stageTwo = stageTwo;
    }

    /** One page of those that match; {@code page} from 1, {@code sort} a column, behind a minus sign for the opposite order. */
    public List<CustomerRow> page(CompanyId partner, CustomerFilter filter, String sort, int page, int size) {
        return withProgress(partner, store.page(partner, filter, sort, page, size));
    }

    /** These, as far as they are the partner's. */
    public List<CustomerRow> rows(CompanyId partner, Collection<CompanyId> ids) {
        return withProgress(partner, store.rows(partner, ids));
    }

    /** One of the partner's customers. */
    public Optional<CustomerRow> row(CompanyId partner, CompanyId customer) {
        return rows(partner, List.of(customer)).stream().findFirst();
    }

    /**
     * The ids as they came, if all are the partner's customers.
     *
     * @throws Refusal {@code not_found} if one is not
     */
    public List<CompanyId> own(CompanyId partner, List<CompanyId> ids) {
        if (store.count(partner, ids) < ids.size()) throw Refusal.notFound();
        return ids;
    }

    public int count(CompanyId partner, CustomerFilter filter) {
        return store.count(partner, filter);
    }

    public List<CompanyId> ids(CompanyId partner, CustomerFilter filter) {
        return store.ids(partner, filter);
    }

    /** Those that were not started, by name. */
    public List<CustomerRow> notStarted(CompanyId partner, int atMost) {
        return store.page(partner, new CustomerFilter(Status.NOT_STARTED, null, null), "name", 1, atMost);
    }

    private List<CustomerRow> withProgress(CompanyId partner, List<CustomerRow> rows) {
        var moving = rows.stream()
                .filter(row -> MOVING.contains(row.state()))
                .map(CustomerRow::id)
                .toList();
        if (moving.isEmpty()) return rows;
        var progress = stageTwo.getObject().progress(partner, moving);
        return rows.stream().map(row -> row.with(progress.get(row.id()))).toList();
    }
}
