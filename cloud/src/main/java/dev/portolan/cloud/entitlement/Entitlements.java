package dev.portolan.cloud.entitlement;

import dev.portolan.cloud.audit.Audit;
import dev.portolan.cloud.audit.AuditAct;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.platform.outbox.Outbox;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entitles companies to upgrade. */
@Component("entitlements")
public class Entitlements {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Outbox outbox;
    private final EntitlementMail mail;
    private final Clock clock;

    Entitlements(Tenancy tenancy, JdbcClient jdbc, Audit audit, Outbox outbox, EntitlementMail mail, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.mail = mail;
        this.clock = clock;
    }

    /** Whether the company may upgrade. */
    public boolean entitled(CompanyId company) {
        return tenancy.within(
                company,
                () -> jdbc.sql("select count(*) from entitlement where company_id = :company")
                                .param("company", company.value())
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    /**
     * Entitles the company and mails every manager of it; again changes nothing and mails nobody.
     *
     * @param operator the vendor's operator
     * @return false where it was entitled before
     * @throws Refusal {@code not_found} where the vendor has no row of the company
     */
    boolean entitle(SignedIn operator, CompanyId company) {
        var vendor = operator.company();
        return tenancy.within(vendor, () -> {
            if (!known(vendor, company)) throw Refusal.notFound();
            boolean fresh = tenancy.within(company, () -> insert(operator, company));
            if (fresh) {
                mark(vendor, company);
                audit.note(vendor, operator.userId(), AuditAct.COMPANY_ENTITLED, company.value());
            }
            return fresh;
        });
    }

    private boolean known(CompanyId vendor, CompanyId company) {
        return jdbc.sql("select count(*) from managed_company where company_id = :vendor and managed_id = :company")
                        .param("vendor", vendor.value())
                        .param("company", company.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private boolean insert(SignedIn operator, CompanyId company) {
        int inserted = jdbc.sql("""
                insert into entitlement (company_id, entitled_at, entitled_by)
                values (:company, :now, :operator)
                on conflict (company_id) do nothing
                """)
                .param("company", company.value())
                .param("now", now())
                .param("operator", operator.userId())
                .update();
        if (inserted == 0) return false;
        audit.note(company, operator.userId(), AuditAct.COMPANY_ENTITLED, company.value());
        managers(company).forEach(manager -> outbox.send(mail.to(company, manager)));
        return true;
    }

    private List<EntitlementMail.Manager> managers(CompanyId company) {
        return jdbc.sql("""
                select u.email, u.name, coalesce(u.language, c.language) as language, c.name as company
                from app_user u
                join role r on r.company_id = u.company_id and r.role_id = u.role_id
                join company c on c.company_id = u.company_id
                where u.company_id = :company and r.predefined = 'MANAGER' and not u.disabled
                order by u.user_id
                """)
                .param("company", company.value())
                .query(EntitlementMail.Manager.class)
                .list();
    }

    private void mark(CompanyId vendor, CompanyId company) {
        jdbc.sql("""
                update managed_company
                set entitled_at = :now
                where company_id = :vendor and managed_id = :company
                """)
                .param("now", now())
                .param("vendor", vendor.value())
                .param("company", company.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** The vendor's rows of all companies. */
    List<Row> companies(CompanyId vendor, @Nullable String sought, int skip, int size) {
        return tenancy.within(
                vendor,
                () -> jdbc.sql("""
                select m.managed_id, m.name, m.kind, p.name as parent, m.entitled_at
                from managed_company m
                left join managed_company p on p.company_id = m.company_id and p.managed_id = m.parent_id
                where m.company_id = :vendor
                  and (:sought::text is null or position(lower(:sought) in lower(m.name)) > 0)
                order by m.kind desc, m.name, m.managed_id
                limit :size offset :skip
                """)
                        .param("vendor", vendor.value())
                        .param("sought", sought)
                        .param("size", size)
                        .param("skip", skip)
                        .query(Row.class)
                        .list());
    }

    int count(CompanyId vendor, @Nullable String sought) {
        return tenancy.within(
                vendor,
                () -> jdbc.sql("""
                select count(*)
                from managed_company m
                where m.company_id = :vendor
                  and (:sought::text is null or position(lower(:sought) in lower(m.name)) > 0)
                """)
                        .param("vendor", vendor.value())
                        .param("sought", sought)
                        .query(Integer.class)
                        .single());
    }

    /** A company as the operator sees it; {@code parent} is null where it stands right below the vendor. */
    record Row(
            UUID managedId,
            String name,
            String kind,
            @Nullable String parent,
            @Nullable Instant entitledAt) {}
}
