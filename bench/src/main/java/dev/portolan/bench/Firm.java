package dev.portolan.bench;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A company in the Cloud with one manager and one pool of licences. */
record Firm(UUID id, UUID manager, String name) {
    /** What {@link #stock} gives. */
    static final String PRODUCT = "Drive Eraser - Server Edition";

    private static final String TRIED_PRODUCT = "Drive Eraser - PC Edition";
    private static final String PASSWORD = "a-password-for-the-bench";
    private static final String RIGHTS =
            "{READ_REPORTS,EXPORT_REPORTS,ERASE,READ_LICENCES,GIVE_LICENCES,READ_USERS,CHANGE_USERS,READ_CUSTOMERS,READ_API_USE,READ_AUDIT,UPGRADE}";
    private static final int LICENCES = 100_000;

    String email() {
        return "manager@" + name + ".example";
    }

    /** The header by which the manager's programs sign in. */
    String authorization() {
        var credentials = (email() + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    CompanyId company() {
        return new CompanyId(id);
    }

    /** @param partner null makes a partner */
    static Firm make(JdbcTemplate cloud, String name, @Nullable Firm partner) {
        var firm = new Firm(Ids.next(), Ids.next(), name);
        firm.company(cloud, partner);
        firm.people(cloud);
        firm.licences(cloud, TRIED_PRODUCT);
        return firm;
    }

    private void company(JdbcTemplate cloud, @Nullable Firm partner) {
        cloud.update(
                "insert into company (company_id, parent_id, kind, name, created_at) values (?, ?, ?, ?, now())",
                id,
                partner == null ? null : partner.id(),
                partner == null ? "PARTNER" : "CUSTOMER",
                name);
        if (partner != null)
            cloud.update(
                    "insert into managed_company (company_id, managed_id, parent_id, kind, name, created_at) values (?, ?, ?, 'CUSTOMER', ?, now())",
                    partner.id(),
                    id,
                    partner.id(),
                    name);
        cloud.update("insert into company_freeze (company_id, changed_at) values (?, now())", id);
    }

    /** {@code noop} says that the rest is the password itself: hashing it slowly is not what is measured. */
    private void people(JdbcTemplate cloud) {
        var group = Ids.next();
        var role = Ids.next();
        cloud.update("insert into user_group (company_id, group_id, name) values (?, ?, 'Main')", id, group);
        cloud.update(
                "insert into role (company_id, role_id, name, predefined, rights) values (?, ?, 'Manager', 'MANAGER', cast(? as text[]))",
                id,
                role,
                RIGHTS);
        cloud.update(
                "insert into app_user (company_id, user_id, group_id, role_id, email, name, password_hash, created_at) values (?, ?, ?, ?, ?, 'Manager', ?, now())",
                id,
                manager,
                group,
                role,
                email(),
                "{noop}" + PASSWORD);
        cloud.update(
                "insert into sign_in_directory (email, company_id, user_id) values (?, ?, ?)", email(), id, manager);
    }

    /**
     * Gives licences of one more product; after stage one, which gives trial licences of what is there, so that it can be
     * used in the Portal after the activation only.
     */
    void stock(JdbcTemplate cloud) {
        licences(cloud, PRODUCT);
    }

    private void licences(JdbcTemplate cloud, String product) {
        var pool = Ids.next();
        cloud.update(
                "insert into licence_pool (company_id, pool_id, product, name, created_at) values (?, ?, ?, 'Pool', now())",
                id,
                pool,
                product);
        cloud.update(
                "insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, at) values (?, ?, ?, 'GRANT_IN', ?, now())",
                id,
                Ids.next(),
                pool,
                LICENCES);
        cloud.update(
                "insert into licence_balance (company_id, pool_id, remaining, reserved) values (?, ?, ?, 0)",
                id,
                pool,
                LICENCES);
    }
}
