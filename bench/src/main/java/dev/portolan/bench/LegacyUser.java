package dev.portolan.bench;

import dev.portolan.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** A company's user who may export reports. @param first the number of the company's first report */
record LegacyUser(UUID company, long first) {
    private static final String EMAIL = "integration@company.example";
    private static final String PASSWORD = "integration";

    static LegacyUser make(JdbcTemplate cloud) {
        var company = Ids.next();
        var user = Ids.next();
        cloud.update(
                "insert into company (company_id, kind, name, created_at) values (?, 'CUSTOMER', 'Company', now())",
                company);
        cloud.update("insert into company_freeze (company_id, changed_at) values (?, now())", company);
        cloud.update("insert into user_group (company_id, group_id, name) values (?, ?, 'Main')", company, company);
        cloud.update(
                "insert into role (company_id, role_id, name, rights) values (?, ?, 'Export', '{EXPORT_REPORTS}')",
                company,
                company);
        cloud.update(
                "insert into app_user (company_id, user_id, group_id, role_id, email, name, password_hash, created_at)"
                        + " values (?, ?, ?, ?, ?, 'Integration', ?, now())",
                company,
                user,
                company,
                company,
                EMAIL,
                "{noop}" + PASSWORD);
        cloud.update(
                "insert into sign_in_directory (email, company_id, user_id) values (?, ?, ?)", EMAIL, company, user);
        return new LegacyUser(company, 0);
    }

    LegacyUser withFirst(long number) {
        return new LegacyUser(company, number);
    }

    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((EMAIL + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
