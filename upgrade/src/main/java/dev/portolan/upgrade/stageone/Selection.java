package dev.portolan.upgrade.stageone;

import dev.portolan.contract.PeopleProvision.Group;
import dev.portolan.contract.PeopleProvision.Role;
import dev.portolan.contract.PeopleProvision.User;
import dev.portolan.upgrade.order.SetUpOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who and what of a company comes over: users of the main group with a predefined role always; those of sub-groups and
 * those with custom roles by option, as Basic User.
 */
public record Selection(List<Group> groups, List<Role> roles, List<User> users) {
    private static final String BASIC_USER = "BASIC_USER";

    public Selection {
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        users = List.copyOf(users);
    }

    public static Selection of(CompanyRecord company, SetUpOptions options) {
        var main = company.groups().stream()
                .filter(group -> group.parent() == null)
                .findFirst()
                .orElseThrow();
        var basic = basicUser(company);
        var roles = company.roles().stream().collect(Collectors.toMap(Role::id, Function.identity()));
        var users = company.users().stream()
                .flatMap(user -> moved(user, main, roles, basic, options).stream())
                .toList();
        return new Selection(
                options.keepHierarchy() ? company.groups() : List.of(main), predefined(company, basic), users);
    }

    private static Optional<User> moved(
            User user, Group main, Map<UUID, Role> roles, Role basic, SetUpOptions options) {
        boolean inMain = user.group().equals(main.id());
        var role = roles.get(user.role());
        boolean custom = role == null || role.predefined() == null;
        if (!inMain && !options.subGroups()) return Optional.empty();
        if (custom && !options.customRoles()) return Optional.empty();
        return Optional.of(new User(
                user.id(),
                options.keepHierarchy() ? user.group() : main.id(),
                inMain && !custom ? user.role() : basic.id(),
                user.email(),
                user.name(),
                user.language()));
    }

    private static List<Role> predefined(CompanyRecord company, Role basic) {
        var roles = new ArrayList<>(company.roles().stream()
                .filter(role -> role.predefined() != null)
                .toList());
        if (!roles.contains(basic)) roles.add(basic);
        return roles;
    }

    /** The company's own role, or one with an id that is always the same. */
    private static Role basicUser(CompanyRecord company) {
        return company.roles().stream()
                .filter(role -> BASIC_USER.equals(role.predefined()))
                .findFirst()
                .orElseGet(() -> new Role(
                        UUID.nameUUIDFromBytes((company.id() + BASIC_USER).getBytes(StandardCharsets.UTF_8)),
                        "Basic User",
                        BASIC_USER,
                        List.of("READ_REPORTS", "EXPORT_REPORTS", "ERASE", "READ_LICENCES")));
    }
}
