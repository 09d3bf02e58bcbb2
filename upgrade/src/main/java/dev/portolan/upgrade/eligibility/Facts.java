package dev.portolan.upgrade.eligibility;

import dev.portolan.upgrade.company.RoleDifference;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the Cloud knows of a company when it is checked.
 *
 * @param active whether the account may be used
 * @param moved whether it was migrated before
 * @param partner whether it is a partner itself
 * @param people users that are not disabled
 * @param products names of the products it holds licences of
 * @param underWay products of licences given by one company and not yet received by the other
 * @param inFlight erasures that hold a reservation, by client and user
 * @param legacyCalls calls of the legacy API in the last 90 days
 * @param licences units left, over all pools
 * @param reports reports of the last 12 months
 */
public record Facts(
        String name,
        boolean active,
        boolean moved,
        boolean partner,
        List<Person> people,
        List<String> products,
        List<String> underWay,
        List<String> inFlight,
        List<Client> clients,
        long legacyCalls,
        List<RoleDifference> roleDifferences,
        BigDecimal licences,
        long reports) {
    public Facts {
        people = List.copyOf(people);
        products = List.copyOf(products);
        underWay = List.copyOf(underWay);
        inFlight = List.copyOf(inFlight);
        clients = List.copyOf(clients);
        roleDifferences = List.copyOf(roleDifferences);
    }

    /** As of a company that moves itself: that it is a partner does not matter then. */
    Facts asItsOwn() {
        return new Facts(
                name,
                active,
                moved,
                false,
                people,
                products,
                underWay,
                inFlight,
                clients,
                legacyCalls,
                roleDifferences,
                licences,
                reports);
    }

    /**
     * A user.
     *
     * @param predefined MANAGER, BASIC_USER or AUDITOR; null for a custom role
     * @param mailRefused whether a mail to the address was finally refused
     */
    public record Person(UUID id, String email, @Nullable String predefined, boolean mainGroup, boolean mailRefused) {
        boolean reachableManager() {
            return "MANAGER".equals(predefined) && !mailRefused && email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
        }
    }

    /** An erasure client that was seen. */
    public record Client(String name, String version) {}
}
