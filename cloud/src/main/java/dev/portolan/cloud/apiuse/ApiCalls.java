package dev.portolan.cloud.apiuse;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of API calls. */
@Component
public class ApiCalls {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApiCalls(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One endpoint as one user called it. */
    public record Use(
            String method, String endpoint, @Nullable String user, int calls, int refused, Instant last) {}

    /** Notes a call, also a refused one, in a transaction of its own. */
    public void note(CompanyId company, UUID user, String method, String endpoint, int status) {
        tenancy.run(
                company,
                () -> jdbc.sql("""
                insert into api_call (company_id, call_id, at, user_id, method, endpoint, status)
                values (:company, :id, :at, :user, :method, :endpoint, :status)
                """)
                        .param("company", company.value())
                        .param("id", Ids.next())
                        .param("at", Timestamp.from(clock.instant()))
                        .param("user", user)
                        .param("method", method)
                        .param("endpoint", endpoint)
                        .param("status", status)
                        .update());
    }

    /** Every endpoint by every user who called it, the latest first. */
    public List<Use> uses(CompanyId company) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                select c.method, c.endpoint, u.name as user, count(*) as calls,
                       count(*) filter (where c.status >= 400) as refused, max(c.at) as last
                from api_call c
                left join app_user u on u.company_id = c.company_id and u.user_id = c.user_id
                where c.company_id = :company
                group by c.method, c.endpoint, u.user_id, u.name
                order by last desc, c.endpoint, u.name
                """)
                        .param("company", company.value())
                        .query(Use.class)
                        .list());
    }
}
