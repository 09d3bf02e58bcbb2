package dev.portolan.cloud.upgrade;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.eligibility.CompanyFacts;
import dev.portolan.upgrade.eligibility.Facts;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Collects the facts that the checks of eligibility look at. */
@Component
class CloudFacts implements CompanyFacts {
    private static final int LEGACY_DAYS = 90;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CustomRoles roles;
    private final GrantsUnderWay grants;

    CloudFacts(Tenancy tenancy, JdbcClient jdbc, Clock clock, CustomRoles roles, GrantsUnderWay grants) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
        this.roles = roles;
        this.grants = grants;
    }

    @Override
    public Optional<Facts> of(CompanyId partner, CompanyId subject) {
        if (!partner.equals(subject) && !isBelow(partner, subject)) return Optional.empty();
        var underWay = grants.between(partner, subject);
        return Optional.of(tenancy.within(subject, () -> facts(subject, underWay)));
    }

    private boolean isBelow(CompanyId partner, CompanyId subject) {
        return tenancy.within(
                partner,
                () -> jdbc.sql("""
                        select exists (select from managed_company
                                       where company_id = :company and managed_id = :subject and parent_id = :company)
                        """)
                        .param("company", partner.value())
                        .param("subject", subject.value())
                        .query(Boolean.class)
                        .single());
    }

    private record Account(String name, String kind, String zone, boolean active, boolean moved) {}

    private Facts facts(CompanyId subject, List<String> underWay) {
        var account = account(subject);
        var now = clock.instant();
        var year = now.atZone(ZoneId.of(account.zone())).minusMonths(12).toInstant();
        return new Facts(
                account.name(),
                account.active(),
                account.moved(),
                account.kind().equals("PARTNER"),
                people(subject),
                products(subject),
                underWay,
                inFlight(subject),
                clients(subject),
                legacyCalls(subject, now.minus(Duration.ofDays(LEGACY_DAYS))),
                roles.differences(subject),
                licences(subject),
                reports(subject, year));
    }

    private Account account(CompanyId subject) {
        return jdbc.sql("""
                select c.name, c.kind, c.zone, c.account_state = 'ACTIVE' as active,
                       coalesce(f.state = 'READ_ONLY', false) as moved
                from company c
                left join company_freeze f on f.company_id = c.company_id
                where c.company_id = :company
                """)
                .param("company", subject.value())
                .query(Account.class)
                .single();
    }

    private List<Facts.Person> people(CompanyId subject) {
        return jdbc.sql("""
                select u.user_id, u.email, r.predefined, g.parent_id is null as main_group, u.mail_refused
                from app_user u
                join role r on r.company_id = u.company_id and r.role_id = u.role_id
                join user_group g on g.company_id = u.company_id and g.group_id = u.group_id
                where u.company_id = :company and not u.disabled
                order by u.email
                """)
                .param("company", subject.value())
                .query((row, number) -> new Facts.Person(
                        row.getObject("user_id", UUID.class),
                        row.getString("email"),
                        row.getString("predefined"),
                        row.getBoolean("main_group"),
                        row.getBoolean("mail_refused")))
                .list();
    }

    private List<String> products(CompanyId subject) {
        return jdbc.sql("""
                select distinct p.product
                from licence_pool p
                join licence_balance b on b.company_id = p.company_id and b.pool_id = p.pool_id
                where p.company_id = :company and (b.remaining > 0 or b.reserved > 0)
                order by p.product
                """)
                .param("company", subject.value())
                .query(String.class)
                .list();
    }

    private List<String> inFlight(CompanyId subject) {
        return jdbc.sql("""
                select coalesce(c.name, '–') || ' (' || coalesce(u.name, '–') || ')' as erasure
                from reservation r
                left join erasure_client c on c.company_id = r.company_id and c.client_id = r.client_id
                left join app_user u on u.company_id = r.company_id and u.user_id = r.user_id
                where r.company_id = :company and r.state = 'OPEN'
                order by r.reserved_at
                """)
                .param("company", subject.value())
                .query(String.class)
                .list();
    }

    private List<Facts.Client> clients(CompanyId subject) {
        return jdbc.sql("select name, version from erasure_client where company_id = :company order by name")
                .param("company", subject.value())
                .query(Facts.Client.class)
                .list();
    }

    private long legacyCalls(CompanyId subject, Instant since) {
        return jdbc.sql("select count(*) from api_call where company_id = :company and at >= :since")
                .param("company", subject.value())
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    private BigDecimal licences(CompanyId subject) {
        return jdbc.sql("select coalesce(sum(remaining), 0) from licence_balance where company_id = :company")
                .param("company", subject.value())
                .query(BigDecimal.class)
                .single();
    }

    private long reports(CompanyId subject, Instant since) {
        return jdbc.sql("select count(*) from report where company_id = :company and received_at >= :since")
                .param("company", subject.value())
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }
}
