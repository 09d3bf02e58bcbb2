package dev.portolan.bench;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A company in the Cloud with one manager and one pool of 1,000 licences. */
record Firm(UUID id, UUID manager, UUID pool) {
    private static final String PRODUCT = "Drive Eraser - PC Edition";

    CompanyId company() {
        return new CompanyId(id);
    }

    /** @param partner null makes a partner */
    static Firm make(JdbcTemplate cloud, String name, @Nullable Firm partner) {
        var firm = new Firm(Ids.next(), Ids.next(), Ids.next());
        firm.company(cloud, name, partner);
        firm.people(cloud, name);
        firm.licences(cloud);
        return firm;
    }

    private void company(JdbcTemplate cloud, String name, @Nullable Firm partner) {
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

    private void people(JdbcTemplate cloud, String name) {
        var group = Ids.next();
        var role = Ids.next();
        cloud.update("insert into user_group (company_id, group_id, name) values (?, ?, 'Main')", id, group);
        cloud.update(
                "insert into role (company_id, role_id, name, predefined, rights) values (?, ?, 'Manager', 'MANAGER', '{READ_REPORTS,CHANGE_USERS}')",
                id,
                role);
        cloud.update(
                "insert into app_user (company_id, user_id, group_id, role_id, email, name, created_at) values (?, ?, ?, ?, ?, 'Manager', now())",
                id,
                manager,
                group,
                role,
                "manager@" + name + ".example");
    }

    private void licences(JdbcTemplate cloud) {
        cloud.update(
                "insert into licence_pool (company_id, pool_id, product, name, created_at) values (?, ?, ?, 'Pool', now())",
                id,
                pool,
                PRODUCT);
        cloud.update(
                "insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, at) values (?, ?, ?, 'GRANT_IN', 1000, now())",
                id,
                Ids.next(),
                pool);
        cloud.update(
                "insert into licence_balance (company_id, pool_id, remaining, reserved) values (?, ?, 1000, 0)",
                id,
                pool);
    }
}
