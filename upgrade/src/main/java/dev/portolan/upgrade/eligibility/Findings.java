package dev.portolan.upgrade.eligibility;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was found, as rows of the company that runs the wizard. */
@Component
public class Findings {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    Findings(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** What the last validation of the subject has found, in the checks' order. */
    public List<Finding> of(CompanyId runner, CompanyId subject) {
        return tenancy.within(
                runner,
                () -> jdbc.sql("""
                        select code, amount, named
                        from finding
                        where company_id = :company and subject_id = :subject
                        order by position
                        """)
                        .param("company", runner.value())
                        .param("subject", subject.value())
                        .query((row, number) -> new Finding(
                                Check.valueOf(row.getString("code")), row.getLong("amount"), List.of((String[])
                                        row.getArray("named").getArray())))
                        .list());
    }

    void replace(CompanyId runner, CompanyId subject, List<Finding> findings, Instant now) {
        jdbc.sql("delete from finding where company_id = :company and subject_id = :subject")
                .param("company", runner.value())
                .param("subject", subject.value())
                .update();
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            jdbc.sql("""
                    insert into finding (company_id, subject_id, position, code, severity, amount, named, found_at)
                    values (:company, :subject, :position, :code, :severity, :amount, :named, :now)
                    """)
                    .param("company", runner.value())
                    .param("subject", subject.value())
                    .param("position", i)
                    .param("code", finding.check().name())
                    .param("severity", finding.check().severity().name())
                    .param("amount", finding.amount())
                    .param("named", finding.named().toArray(String[]::new))
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}
