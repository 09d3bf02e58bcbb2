package dev.portolan.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups, roles and users of a tenant. All ids are those of the Cloud. */
public record PeopleProvision(UUID tenant, List<Group> groups, List<Role> roles, List<User> users) {
    public PeopleProvision {
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        users = List.copyOf(users);
    }

    /** A group; the main group has no parent. */
    public record Group(UUID id, @Nullable UUID parent, String name) {}

    /** A role; {@code predefined} is MANAGER, BASIC_USER or AUDITOR, or null for a custom role. */
    public record Role(UUID id, String name, @Nullable String predefined, List<String> rights) {
        public Role {
            rights = List.copyOf(rights);
        }
    }

    /** A user; the e-mail is the identity, in lower case; language "en", "de" or null for the tenant's. */
    public record User(
            UUID id,
            UUID group,
            UUID role,
            String email,
            String name,
            @Nullable String language) {}
}
