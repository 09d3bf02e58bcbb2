package dev.portolan.cloud.upgrade;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.company.Admission;
import dev.portolan.upgrade.company.Companies;
import dev.portolan.upgrade.company.RoleDifference;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers from the Cloud's tables. */
@Component
class CloudCompanies implements Companies {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final CustomRoles roles;

    CloudCompanies(Tenancy tenancy, JdbcClient jdbc, CustomRoles roles) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.roles = roles;
    }

    @Override
    public Admission admission(CompanyId company, UUID user) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                        select case
                                 when e.company_id is null then 'NOT_ENTITLED'
                                 when r.predefined = 'MANAGER' and not u.disabled then 'ADMITTED'
                                 else 'NOT_MANAGER'
                               end
                        from app_user u
                        join role r on r.company_id = u.company_id and r.role_id = u.role_id
                        left join entitlement e on e.company_id = u.company_id
                        where u.company_id = :company and u.user_id = :user
                        """)
                        .param("company", company.value())
                        .param("user", user)
                        .query(Admission.class)
                        .optional()
                        .orElse(Admission.NOT_MANAGER));
    }

    @Override
    public int managedCount(CompanyId partner) {
        return tenancy.within(
                partner,
                () -> jdbc.sql("""
                        select count(*) from managed_company where company_id = :company and parent_id = :company
                        """)
                        .param("company", partner.value())
                        .query(Integer.class)
                        .single());
    }

    @Override
    public List<Managed> managed(CompanyId partner) {
        return tenancy.within(
                partner,
                () -> jdbc.sql("""
                        select managed_id, name, kind
                        from managed_company
                        where company_id = :company and parent_id = :company
                        order by name
                        """)
                        .param("company", partner.value())
                        .query((row, number) -> new Managed(
                                new CompanyId(row.getObject("managed_id", UUID.class)),
                                row.getString("name"),
                                row.getString("kind").equals("PARTNER")))
                        .list());
    }

    @Override
    public UserNumbers users(CompanyId company) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                        select count(*) filter (where g.parent_id is null and r.predefined is not null) as standard,
                               count(*) filter (where g.parent_id is not null and r.predefined is not null) as sub_groups,
                               count(*) filter (where r.predefined is null) as custom_roles,
                               (select count(*) from user_group s
                                where s.company_id = :company and s.parent_id is not null) as groups
                        from app_user u
                        join role r on r.company_id = u.company_id and r.role_id = u.role_id
                        join user_group g on g.company_id = u.company_id and g.group_id = u.group_id
                        where u.company_id = :company and not u.disabled
                        """)
                        .param("company", company.value())
                        .query(UserNumbers.class)
                        .single());
    }

    @Override
    public List<RoleDifference> roleDifferences(CompanyId company) {
        return tenancy.within(company, () -> roles.differences(company));
    }

    @Override
    public List<ApiUse> apiUse(CompanyId company, Instant since) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                        select a.endpoint, coalesce(u.name, '–') as user, coalesce(u.email, '–') as email,
                               max(a.at) as last, count(*) as calls
                        from api_call a
                        left join app_user u on u.company_id = a.company_id and u.user_id = a.user_id
                        where a.company_id = :company and a.at >= :since
                        group by a.endpoint, u.name, u.email
                        order by last desc
                        """)
                        .param("company", company.value())
                        .param("since", Timestamp.from(since))
                        .query((row, number) -> new ApiUse(
                                row.getString("endpoint"),
                                row.getString("user"),
                                row.getString("email"),
                                row.getTimestamp("last").toInstant(),
                                row.getLong("calls")))
                        .list());
    }

    @Override
    public Map<UUID, String> names(CompanyId company, Collection<UUID> users) {
        var names = new HashMap<UUID, String>();
        tenancy.run(
                company,
                () -> jdbc.sql("""
                        select user_id, name from app_user where company_id = :company and user_id = any (:users)
                        """)
                        .param("company", company.value())
                        .param("users", users.toArray(UUID[]::new))
                        .query((row, number) -> names.put(row.getObject("user_id", UUID.class), row.getString("name")))
                        .list());
        return names;
    }

    @Override
    public ReportNumbers reports(CompanyId company, Instant since) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                        select count(*) filter (where received_at >= :since) as within,
                               coalesce(sum(size) filter (where received_at >= :since), 0) as bytes_within,
                               count(*) filter (where received_at < :since) as before
                        from report
                        where company_id = :company
                        """)
                        .param("company", company.value())
                        .param("since", Timestamp.from(since))
                        .query(ReportNumbers.class)
                        .single());
    }

    @Override
    public List<Licence> licences(CompanyId company) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                        select p.product, sum(b.remaining) as remaining
                        from licence_pool p
                        join licence_balance b on b.company_id = p.company_id and b.pool_id = p.pool_id
                        where p.company_id = :company
                        group by p.product
                        having sum(b.remaining) > 0
                        order by p.product
                        """)
                        .param("company", company.value())
                        .query(Licence.class)
                        .list());
    }
}
