package dev.portolan.demo.data;

import dev.portolan.cloud.user.Right;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.OrdinaryRole;
import dev.portolan.platform.Tenancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Fills the Portal's database with what is there before anybody comes over: the vendor, and a tenant that never was in
 * the Cloud, where somebody works who also works for a customer there.
 */
final class PortalLoad {
    static final Firm LUMEN = Firm.english("lumen-refurb", "Lumen Refurb Collective")
            .under(Cast.VENDOR)
            .people(Worker.manager("Astrid Lumen"), Worker.basic("Judith Marlow"));

    private static final BigDecimal STOCK = BigDecimal.valueOf(500);

    private final Tenancy tenancy;
    private final PortalStore store;
    private final Calendar calendar;

    /** @param source of the app's ordinary role */
    PortalLoad(DataSource source, Calendar calendar) {
        OrdinaryRole.require(source);
        this.tenancy = new Tenancy(new DataSourceTransactionManager(source), source);
        this.store = new PortalStore(new NamedParameterJdbcTemplate(source));
        this.calendar = calendar;
    }

    void load() {
        var vendor = Cast.firm(Cast.VENDOR);
        insert(vendor);
        insert(LUMEN);
        tenancy.run(
                new CompanyId(vendor.id()),
                () -> store.insertManaged(
                        List.of(new PortalStore.Managed(vendor.id(), LUMEN.id(), vendor.id(), LUMEN.name(), since()))));
    }

    /** The address in the Portal; one person keeps the address of the other company. */
    static String email(Firm firm, Worker worker) {
        return worker.name().equals("Judith Marlow")
                ? Cast.firm("osprey-health").email(worker)
                : firm.email(worker);
    }

    private void insert(Firm firm) {
        var pool = PoolName.MAIN.id(firm, Products.PC);
        tenancy.run(new CompanyId(firm.id()), () -> {
            store.insertTenant(tenant(firm, pool));
            store.insertRoles(roles(firm));
            store.insertUsers(
                    firm.people().stream().map(worker -> user(firm, worker)).toList());
            store.insertPool(pool(firm, pool));
        });
    }

    private PortalStore.Tenant tenant(Firm firm, UUID pool) {
        var parent = firm.parent() == null ? null : Firm.id(firm.parent());
        return new PortalStore.Tenant(
                firm.id(),
                parent,
                firm.kind(),
                firm.name(),
                firm.language(),
                firm.zone(),
                pool,
                groupId(firm),
                since());
    }

    private static List<PortalStore.Role> roles(Firm firm) {
        return Stream.of(
                        role(firm, Position.MANAGER, Right.OF_MANAGER),
                        role(firm, Position.BASIC_USER, Right.OF_BASIC_USER),
                        role(firm, Position.AUDITOR, Right.OF_AUDITOR))
                .toList();
    }

    private static PortalStore.Role role(Firm firm, Position position, Collection<Right> rights) {
        var names = rights.stream().map(Right::name).sorted().toArray(String[]::new);
        return new PortalStore.Role(firm.id(), roleId(firm, position), position.label(), position.name(), names);
    }

    private PortalStore.User user(Firm firm, Worker worker) {
        return new PortalStore.User(
                firm.id(),
                firm.userId(worker),
                groupId(firm),
                roleId(firm, worker.position()),
                email(firm, worker),
                worker.name(),
                Password.HASH,
                since());
    }

    private PortalStore.Pool pool(Firm firm, UUID pool) {
        @Nullable UUID giver = firm.parent() == null ? null : Firm.id(firm.parent());
        var entry = DemoIds.at(since(), "stock", firm.key());
        return new PortalStore.Pool(
                firm.id(), pool, Products.PC, PoolName.MAIN.text(firm), entry, giver, STOCK, since());
    }

    private Instant since() {
        return calendar.monthsAgo(8);
    }

    private static UUID groupId(Firm firm) {
        return DemoIds.named("group", firm.key(), "");
    }

    private static UUID roleId(Firm firm, Position position) {
        return DemoIds.named("role", firm.key(), position.name());
    }
}
