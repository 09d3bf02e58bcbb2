package dev.portolan.demo.data;

import dev.portolan.cloud.user.Right;
import dev.portolan.demo.data.PeopleStore.Company;
import dev.portolan.demo.data.PeopleStore.Entitlement;
import dev.portolan.demo.data.PeopleStore.Group;
import dev.portolan.demo.data.PeopleStore.Managed;
import dev.portolan.demo.data.PeopleStore.Role;
import dev.portolan.demo.data.PeopleStore.User;
import dev.portolan.demo.data.PeopleStore.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a company and its people. */
record FirmRows(Firm firm, Calendar calendar) {
    private static final int YEARS = 3;
    private static final int ENTITLED_DAYS = 1;

    Company company() {
        return new Company(
                firm.id(),
                firm.parent() == null ? null : Firm.id(firm.parent()),
                firm.kind(),
                firm.name(),
                firm.language(),
                firm.zone(),
                firm.is(Trait.SUSPENDED) ? "SUSPENDED" : "ACTIVE",
                workflows().isEmpty() ? null : workflows().getFirst().workflowId(),
                createdAt());
    }

    List<Group> groups() {
        var main = new Group(firm.id(), groupId(null), null, firm.isGerman() ? "Hauptgruppe" : "Main group");
        var subGroups = firm.people().stream()
                .map(Worker::group)
                .filter(Objects::nonNull)
                .distinct()
                .map(name -> new Group(firm.id(), groupId(name), groupId(null), name));
        return Stream.concat(Stream.of(main), subGroups).toList();
    }

    List<Role> roles() {
        var roles = new ArrayList<Role>();
        roles.add(predefined(Position.MANAGER, Right.OF_MANAGER));
        roles.add(predefined(Position.BASIC_USER, Right.OF_BASIC_USER));
        roles.add(predefined(Position.AUDITOR, Right.OF_AUDITOR));
        var custom = firm.customRole();
        if (custom != null)
            roles.add(new Role(
                    firm.id(),
                    roleId(Position.CUSTOM),
                    custom.name(),
                    null,
                    custom.rights().toArray(String[]::new)));
        return roles;
    }

    List<User> users() {
        return firm.people().stream()
                .map(worker -> new User(
                        firm.id(),
                        firm.userId(worker),
                        groupId(worker.group()),
                        roleId(worker.position()),
                        firm.email(worker),
                        worker.name(),
                        Password.HASH,
                        worker.disabled(),
                        worker.mailRefused(),
                        lastSignedInAt(worker),
                        createdAt()))
                .toList();
    }

    /** The first is the company's default. */
    List<Workflow> workflows() {
        if (firm.reports() == 0) return List.of();
        var names = firm.isGerman()
                ? List.of("Laptops: NIST Purge mit Prüfung", "Mobilgeräte: Rücknahme", "Server: BSI-GS")
                : List.of("Laptops: NIST Purge, verified", "Phones: buy-back", "Servers: IEEE 2883");
        return names.stream().map(this::workflow).toList();
    }

    /** What the vendor sees of every company, and a partner of those directly below it. */
    List<Managed> managed() {
        return Cast.firms().stream()
                .filter(other -> firm.kind().equals("VENDOR")
                        ? other.parent() != null
                        : firm.key().equals(other.parent()))
                .map(this::managed)
                .toList();
    }

    Entitlement entitlement() {
        return new Entitlement(firm.id(), entitledAt(), Cast.firm(Cast.VENDOR).responsible());
    }

    Instant entitledAt() {
        return calendar.daysAgo(ENTITLED_DAYS);
    }

    Instant createdAt() {
        return calendar.monthsAgo(12 * YEARS).plus(Duration.ofDays(Cast.firms().indexOf(firm)));
    }

    private Instant lastSignedInAt(Worker worker) {
        int days = 2 + DemoIds.random("sign-in", firm.key(), worker.mailbox()).nextInt(45);
        var last = worker.disabled() || firm.is(Trait.SUSPENDED) ? calendar.monthsAgo(7) : calendar.now();
        return last.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(days * 17L));
    }

    private Managed managed(Firm other) {
        return new Managed(
                firm.id(),
                other.id(),
                Firm.id(Objects.requireNonNull(other.parent())),
                other.kind(),
                other.name(),
                other.is(Trait.ENTITLED) ? entitledAt() : null,
                new FirmRows(other, calendar).createdAt());
    }

    private Workflow workflow(String name) {
        var definition = """
                {"name":"%s","steps":["detect","erase","verify","report"],"standard":"%s","verification":10}""".formatted(
                name,
                name.contains("BSI") ? "BSI-GS" : name.contains("IEEE") ? "IEEE 2883 Purge" : "NIST 800-88 Purge");
        return new Workflow(
                firm.id(),
                DemoIds.named("workflow", firm.key(), name),
                name,
                definition,
                createdAt().plus(Duration.ofDays(30)));
    }

    private Role predefined(Position position, Collection<Right> rights) {
        var names = rights.stream().map(Right::name).sorted().toArray(String[]::new);
        return new Role(firm.id(), roleId(position), position.label(), position.name(), names);
    }

    private UUID roleId(Position position) {
        return DemoIds.named("role", firm.key(), position.name());
    }

    private UUID groupId(@Nullable String name) {
        return DemoIds.named("group", firm.key(), name == null ? "" : name);
    }
}
