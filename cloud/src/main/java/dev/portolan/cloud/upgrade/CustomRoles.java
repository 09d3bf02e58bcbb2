package dev.portolan.cloud.upgrade;

import dev.portolan.cloud.user.Right;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.company.RoleDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares custom roles with Basic User, right by right; the caller has bound the company. */
@Component
class CustomRoles {
    private final JdbcClient jdbc;

    CustomRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The custom roles that somebody has. */
    List<RoleDifference> differences(CompanyId company) {
        return jdbc.sql("""
                select r.name, r.rights, count(*) as users
                from role r
                join app_user u on u.company_id = r.company_id and u.role_id = r.role_id and not u.disabled
                where r.company_id = :company and r.predefined is null
                group by r.role_id, r.name, r.rights
                order by r.name
                """)
                .param("company", company.value())
                .query((row, number) -> difference(row.getString("name"), row.getInt("users"), Set.of((String[])
                        row.getArray("rights").getArray())))
                .list();
    }

    private static RoleDifference difference(String role, int users, Set<String> before) {
        var after = Right.OF_BASIC_USER.stream().map(Right::name).collect(Collectors.toSet());
        var rights = new ArrayList<RoleDifference.Right>();
        for (var right : Right.values()) {
            boolean had = before.contains(right.name());
            boolean gets = after.contains(right.name());
            if (had || gets) rights.add(new RoleDifference.Right(right.name(), had, gets));
        }
        return new RoleDifference(role, users, rights);
    }
}
