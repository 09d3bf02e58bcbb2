package dev.portolan.upgrade.customer;

import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Status;
import dev.portolan.web.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which customers a form names: those ticked on the page, those kept from other pages in one field, or all that match.
 *
 * @param customer ids of ticked boxes
 * @param customers ids, joined by commas
 * @param all "yes" for all that match the filter
 */
record Selection(
        @Nullable List<String> customer,
        @Nullable String customers,
        @Nullable String all,
        @Nullable Status status,
        @Nullable MigrationState state,
        @Nullable String q) {

    boolean everything() {
        return "yes".equals(all);
    }

    CustomerFilter filter() {
        return new CustomerFilter(status, state, q);
    }

    /** @throws Refusal {@code bad_request} if a named id is none */
    List<CompanyId> ids() {
        var kept = customers == null || customers.isBlank() ? Stream.<String>empty() : Stream.of(customers.split(","));
        try {
            return Stream.concat(customer == null ? Stream.empty() : customer.stream(), kept)
                    .distinct()
                    .map(CompanyId::of)
                    .toList();
        } catch (IllegalArgumentException none) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "bad_request");
        }
    }
}
