package dev.portolan.crash;

import dev.portolan.crash.promise.Rows;
import dev.portolan.platform.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes companies into the Cloud's tables, as they stand after years of use. */
final class Loader {
    private static final int OPEN_RESERVATIONS = 3;
    private static final String RIGHTS =
            "{READ_REPORTS,EXPORT_REPORTS,ERASE,READ_LICENCES,GIVE_LICENCES,READ_USERS,CHANGE_USERS,READ_CUSTOMERS,READ_API_USE,READ_AUDIT,UPGRADE}";

    private final Rows cloud;

    Loader(Rows cloud) {
        this.cloud = cloud;
    }

    /** The company with its people, before stage one. */
    void company(Customer one) {
        cloud.update(
                "insert into company (company_id, parent_id, kind, name, default_workflow_id, zone, created_at) values (?, ?, ?, ?, ?, 'Europe/Berlin', now())",
                one.id(),
                one.partner(),
                one.partner() == null ? "PARTNER" : "CUSTOMER",
                one.name(),
                one.workflow());
        if (one.partner() != null) managed(one, one.partner());
        cloud.update("insert into company_freeze (company_id, changed_at) values (?, now())", one.id());
        cloud.update("insert into workflow values (?, ?, 'Wipe', '<workflow/>', now())", one.id(), one.workflow());
        cloud.update("insert into workflow values (?, ?, 'Check', '<check/>', now())", one.id(), Ids.next());
        cloud.update("insert into user_group values (?, ?, null, 'Main')", one.id(), one.group());
        cloud.update(
                "insert into role values (?, ?, 'Manager', 'MANAGER', cast(? as text[]))",
                one.id(),
                one.role(),
                RIGHTS);
        user(one, one.manager(), "manager");
        user(one, Ids.next(), "second");
    }

    private void managed(Customer one, UUID partner) {
        cloud.update(
                "insert into managed_company (company_id, managed_id, parent_id, kind, name, created_at) values (?, ?, ?, 'CUSTOMER', ?, now())",
                partner,
                one.id(),
                partner,
                one.name());
    }

    /** {@code noop} says that the rest is the password itself: hashing it slowly would only cost time here. */
    private void user(Customer one, UUID user, String who) {
        var email = who + "@" + one.name() + ".example";
        cloud.update(
                "insert into app_user (company_id, user_id, group_id, role_id, email, name, password_hash, created_at) values (?, ?, ?, ?, ?, ?, ?, now())",
                one.id(),
                user,
                one.group(),
                one.role(),
                email,
                who,
                "{noop}" + Customer.PASSWORD);
        cloud.update("insert into sign_in_directory values (?, ?, ?)", email, one.id(), user);
    }

    /** What stage two moves; after stage one, so that no trial licences are given for the product of the probes. */
    void stock(Customer one, int reports) {
        pool(one, one.pool(), Customer.PRODUCT);
        pool(one, one.otherPool(), Customer.TRIED_PRODUCT);
        for (int i = 0; i < OPEN_RESERVATIONS; i++) reserve(one);
        History.load(cloud, one, reports);
    }

    private void pool(Customer one, UUID pool, String product) {
        cloud.update("insert into licence_pool values (?, ?, ?, 'Pool', null, now())", one.id(), pool, product);
        entry(one, pool, "GRANT_IN", null, "100000.5");
        cloud.update("insert into licence_balance values (?, ?, 100000.5, 0)", one.id(), pool);
    }

    private void reserve(Customer one) {
        var reservation = Ids.next();
        cloud.update(
                "insert into reservation (company_id, reservation_id, pool_id, quantity, idempotency_key, client_id, user_id, state, reserved_at) values (?, ?, ?, 2.5, ?, ?, ?, 'OPEN', now())",
                one.id(),
                reservation,
                one.otherPool(),
                Ids.next(),
                Ids.next(),
                one.manager());
        entry(one, one.otherPool(), "RESERVE", reservation, "2.5");
        cloud.update(
                "update licence_balance set remaining = remaining - 2.5, reserved = reserved + 2.5 where company_id = ? and pool_id = ?",
                one.id(),
                one.otherPool());
    }

    private void entry(Customer one, UUID pool, String kind, @Nullable UUID reservation, String quantity) {
        cloud.update(
                "insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, reservation_id, at) values (?, ?, ?, ?, cast(? as numeric), ?, now())",
                one.id(),
                Ids.next(),
                pool,
                kind,
                quantity,
                reservation);
    }
}
