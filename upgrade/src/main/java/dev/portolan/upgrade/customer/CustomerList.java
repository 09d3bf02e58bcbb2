package dev.portolan.upgrade.customer;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.company.Companies;
import dev.portolan.upgrade.company.Companies.Managed;
import dev.portolan.upgrade.eligibility.Validations;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the partner's list of customers complete. */
@Component
public class CustomerList {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Companies companies;
    private final Migrations migrations;
    private final Validations validations;

    CustomerList(
            Tenancy tenancy, JdbcClient jdbc, Companies companies, Migrations migrations, Validations validations) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.companies = companies;
        this.migrations = migrations;
        this.validations = validations;
    }

    /** Brings in the companies below the partner that are not in the list yet, and has them validated. */
    public void bringIn(CompanyId partner) {
        tenancy.run(partner, () -> {
            if (companies.managedCount(partner) == count(partner)) return;
            var known = new HashSet<>(jdbc.sql("select customer_id from customer where company_id = :company")
                    .param("company", partner.value())
                    .query(UUID.class)
                    .list());
            var fresh = companies.managed(partner).stream()
                    .filter(managed -> !known.contains(managed.id().value()))
                    .toList();
            fresh.forEach(managed -> add(partner, managed));
            validations.order(partner, fresh.stream().map(Managed::id).toList());
        });
    }

    private int count(CompanyId partner) {
        return jdbc.sql("select count(*) from customer where company_id = :company")
                .param("company", partner.value())
                .query(Integer.class)
                .single();
    }

    private void add(CompanyId partner, Managed managed) {
        jdbc.sql("""
                insert into customer (company_id, customer_id, name, search, kind)
                values (:company, :customer, :name, :search, :kind)
                on conflict do nothing
                """)
                .param("company", partner.value())
                .param("customer", managed.id().value())
                .param("name", managed.name())
                .param("search", managed.name().toLowerCase(Locale.ROOT))
                .param("kind", managed.partner() ? "PARTNER" : "CUSTOMER")
                .update();
        migrations.begin(partner, managed.id(), MigrationState.VALIDATING);
    }

    /** Checks again those that may be checked again: not started, and not being checked already. */
    public int checkAgain(CompanyId partner, List<CompanyId> customers, UUID by) {
        return tenancy.within(partner, () -> {
            var again = customers.stream()
                    .filter(customer -> migrations
                            .happened(
                                    partner,
                                    customer,
                                    dev.portolan.upgrade.status.MigrationEvent.VALIDATION_STARTED,
                                    by,
                                    null)
                            .isPresent())
                    .toList();
            validations.order(partner, again);
            return again.size();
        });
    }
}
