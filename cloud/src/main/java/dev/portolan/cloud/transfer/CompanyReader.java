package dev.portolan.cloud.transfer;

import dev.portolan.contract.PeopleProvision.Group;
import dev.portolan.contract.PeopleProvision.Role;
import dev.portolan.contract.PeopleProvision.User;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.stageone.CompanyRecord;
import dev.portolan.upgrade.stageone.CompanySource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a company with its people. */
@Component
class CompanyReader implements CompanySource {
    private final JdbcClient jdbc;

    CompanyReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CompanyRecord read(CompanyId company) {
        return jdbc.sql("select kind, name, language, zone from company where company_id = :company")
                .param("company", company.value())
                .query((row, number) -> new CompanyRecord(
                        company.value(),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("language"),
                        row.getString("zone"),
                        groups(company),
                        roles(company),
                        users(company),
                        products(company)))
                .single();
    }

    @Override
    public List<UUID> barred(CompanyId company) {
        return jdbc.sql("select user_id from app_user where company_id = :company and disabled order by user_id")
                .param("company", company.value())
                .query(UUID.class)
                .list();
    }

    private List<Group> groups(CompanyId company) {
        return jdbc.sql("""
                select group_id, parent_id, name from user_group where company_id = :company
                order by parent_id nulls first, name
                """)
                .param("company", company.value())
                .query((row, number) -> new Group(
                        row.getObject("group_id", UUID.class),
                        row.getObject("parent_id", UUID.class),
                        row.getString("name")))
                .list();
    }

    private List<Role> roles(CompanyId company) {
        return jdbc.sql(
                        "select role_id, name, predefined, rights from role where company_id = :company order by role_id")
                .param("company", company.value())
                .query((row, number) -> new Role(
                        row.getObject("role_id", UUID.class),
                        row.getString("name"),
                        row.getString("predefined"),
                        List.of((String[]) row.getArray("rights").getArray())))
                .list();
    }

    private List<User> users(CompanyId company) {
        return jdbc.sql("""
                select user_id, group_id, role_id, email, name, language from app_user
                where company_id = :company and not disabled
                order by user_id
                """)
                .param("company", company.value())
                .query((row, number) -> new User(
                        row.getObject("user_id", UUID.class),
                        row.getObject("group_id", UUID.class),
                        row.getObject("role_id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("language")))
                .list();
    }

    private List<String> products(CompanyId company) {
        return jdbc.sql("select distinct product from licence_pool where company_id = :company order by product")
                .param("company", company.value())
                .query(String.class)
                .list();
    }
}
