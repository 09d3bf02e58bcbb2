package dev.portolan.upgrade.stageone;

import dev.portolan.contract.PeopleProvision.Group;
import dev.portolan.contract.PeopleProvision.Role;
import dev.portolan.contract.PeopleProvision.User;
import java.util.List;
import java.util.UUID;

/**
 * A company with its people.
 *
 * @param zone a time zone's id
 * @param users those that are not disabled, with the groups and roles they have here
 * @param products of its licence pools
 */
public record CompanyRecord(
        UUID id,
        String kind,
        String name,
        String language,
        String zone,
        List<Group> groups,
        List<Role> roles,
        List<User> users,
        List<String> products) {
    public CompanyRecord {
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        users = List.copyOf(users);
        products = List.copyOf(products);
    }
}
