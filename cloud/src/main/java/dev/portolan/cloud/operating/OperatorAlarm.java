package dev.portolan.cloud.operating;

import dev.portolan.migration.RunAlarm;
import dev.portolan.migration.RunView;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.platform.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes to every operator of the vendor above the runner. Where many runs of one partner stand for one reason, the first
 * of an hour is enough: the mail leads to the list of all.
 */
@Component
class OperatorAlarm implements RunAlarm {
    private static final int MOST_LEVELS = 8;
    private static final Duration QUIET = Duration.ofHours(1);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AlarmMail mail;
    private final Clock clock;

    OperatorAlarm(Tenancy tenancy, JdbcClient jdbc, Outbox outbox, AlarmMail mail, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public void raised(CompanyId runner, RunView run) {
        vendor(runner).ifPresent(vendor -> tenancy.run(vendor, () -> write(vendor, runner, run)));
    }

    private record Above(String kind, @Nullable UUID parentId) {}

    private Optional<CompanyId> vendor(CompanyId runner) {
        var at = runner;
        for (int level = 0; level < MOST_LEVELS; level++) {
            var here = above(at);
            if (here.isEmpty()) return Optional.empty();
            if (here.get().kind().equals("VENDOR")) return Optional.of(at);
            var parent = here.get().parentId();
            if (parent == null) return Optional.empty();
            at = new CompanyId(parent);
        }
        return Optional.empty();
    }

    private Optional<Above> above(CompanyId company) {
        return tenancy.within(
                company,
                () -> jdbc.sql("select kind, parent_id from company where company_id = :company")
                        .param("company", company.value())
                        .query(Above.class)
                        .optional());
    }

    private void write(CompanyId vendor, CompanyId runner, RunView run) {
        var stands = new AlarmMail.Standing(name(vendor, runner), name(vendor, run.subject()), run);
        jdbc.sql("""
                select u.email, u.name, coalesce(u.language, c.language) as language
                from app_user u
                join role r on r.company_id = u.company_id and r.role_id = u.role_id
                join company c on c.company_id = u.company_id
                where u.company_id = :company and 'UPGRADE' = any (r.rights) and not u.disabled
                  and not exists (select from mail m
                                  where m.company_id = u.company_id and m.about_id = :runner and m.recipient = u.email
                                    and m.queued_at > :quiet)
                order by u.user_id
                """)
                .param("company", vendor.value())
                .param("runner", runner.value())
                .param("quiet", Timestamp.from(clock.instant().minus(QUIET)))
                .query(AlarmMail.Operator.class)
                .list()
                .forEach(operator -> outbox.send(mail.to(vendor, operator, runner, stands)));
    }

    private String name(CompanyId vendor, CompanyId company) {
        return jdbc.sql("select name from managed_company where company_id = :vendor and managed_id = :company")
                .param("vendor", vendor.value())
                .param("company", company.value())
                .query(String.class)
                .optional()
                .orElseGet(company::toString);
    }
}
