package dev.portolan.demo.data;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Inserts companies with their groups, roles, users and workflows into the Cloud. */
final class PeopleStore {
    private final NamedParameterJdbcTemplate jdbc;

    PeopleStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Company(
            UUID companyId,
            @Nullable UUID parentId,
            String kind,
            String name,
            String language,
            String zone,
            String accountState,
            @Nullable UUID defaultWorkflowId,
            Instant createdAt) {}

    record Group(UUID companyId, UUID groupId, @Nullable UUID parentId, String name) {}

    record Role(
            UUID companyId,
            UUID roleId,
            String name,
            @Nullable String predefined,
            String[] rights) {}

    record User(
            UUID companyId,
            UUID userId,
            UUID groupId,
            UUID roleId,
            String email,
            String name,
            String passwordHash,
            boolean disabled,
            boolean mailRefused,
            Instant lastSignedInAt,
            Instant createdAt) {}

    record Workflow(UUID companyId, UUID workflowId, String name, String definition, Instant createdAt) {}

    record Managed(
            UUID companyId,
            UUID managedId,
            UUID parentId,
            String kind,
            String name,
            @Nullable Instant entitledAt,
            Instant createdAt) {}

    record Entitlement(UUID companyId, Instant entitledAt, UUID entitledBy) {}

    void insertCompany(Company company) {
        Rows.insert(jdbc, """
                insert into company (company_id, parent_id, kind, name, language, zone, account_state,
                                     default_workflow_id, created_at)
                values (:companyId, :parentId, :kind, :name, :language, :zone, :accountState,
                        :defaultWorkflowId, :createdAt)
                """, List.of(company));
        Rows.insert(jdbc, """
                insert into company_freeze (company_id, state, changed_at) values (:companyId, 'ACTIVE', :createdAt)
                """, List.of(company));
    }

    void insertGroups(List<Group> groups) {
        Rows.insert(jdbc, """
                insert into user_group (company_id, group_id, parent_id, name)
                values (:companyId, :groupId, :parentId, :name)
                """, groups);
    }

    void insertRoles(List<Role> roles) {
        Rows.insert(jdbc, """
                insert into role (company_id, role_id, name, predefined, rights)
                values (:companyId, :roleId, :name, :predefined, :rights)
                """, roles);
    }

    void insertUsers(List<User> users) {
        Rows.insert(jdbc, """
                insert into app_user (company_id, user_id, group_id, role_id, email, name, password_hash, disabled,
                                      mail_refused, last_signed_in_at, created_at)
                values (:companyId, :userId, :groupId, :roleId, :email, :name, :passwordHash, :disabled,
                        :mailRefused, :lastSignedInAt, :createdAt)
                """, users);
        Rows.insert(jdbc, """
                insert into sign_in_directory (email, company_id, user_id) values (:email, :companyId, :userId)
                """, users);
    }

    void insertWorkflows(List<Workflow> workflows) {
        Rows.insert(jdbc, """
                insert into workflow (company_id, workflow_id, name, definition, created_at)
                values (:companyId, :workflowId, :name, :definition, :createdAt)
                """, workflows);
    }

    void insertManaged(List<Managed> managed) {
        Rows.insert(jdbc, """
                insert into managed_company (company_id, managed_id, parent_id, kind, name, entitled_at, created_at)
                values (:companyId, :managedId, :parentId, :kind, :name, :entitledAt, :createdAt)
                """, managed);
    }

    void insertEntitlements(List<Entitlement> entitlements) {
        Rows.insert(jdbc, """
                insert into entitlement (company_id, entitled_at, entitled_by)
                values (:companyId, :entitledAt, :entitledBy)
                """, entitlements);
    }
}
