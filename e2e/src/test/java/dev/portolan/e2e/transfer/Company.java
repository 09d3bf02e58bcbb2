package dev.portolan.e2e.transfer;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company in the Cloud with one manager, one auditor, a sub-group, a custom role and a pool. */
final class Company {
    static final String PRODUCT = "Drive Eraser - PC Edition";

    final UUID id = Ids.next();
    final UUID manager = Ids.next();
    final UUID main = Ids.next();
    final UUID pool = Ids.next();
    final UUID workflow = Ids.next();
    final @Nullable UUID parent;
    private final Look cloud;
    private final String name;

    Company(Look cloud, String name, @Nullable Company parent) {
        this.cloud = cloud;
        this.name = name;
        this.parent = parent == null ? null : parent.id;
        company();
        people();
        cloud.atOnce(this::licences);
    }

    CompanyId companyId() {
        return new CompanyId(id);
    }

    String email(String who) {
        return who + "@" + name + ".example";
    }

    private void company() {
        run(
                "insert into company (company_id, parent_id, kind, name, default_workflow_id, zone, created_at) values (?, ?, ?, ?, ?, 'Europe/Berlin', now())",
                id,
                parent,
                parent == null ? "PARTNER" : "CUSTOMER",
                name,
                workflow);
        if (parent != null)
            run(
                    "insert into managed_company (company_id, managed_id, parent_id, kind, name, created_at) values (?, ?, ?, 'CUSTOMER', ?, now())",
                    parent,
                    id,
                    parent,
                    name);
        run("insert into company_freeze (company_id, changed_at) values (?, now())", id);
        run("insert into workflow values (?, ?, 'Wipe', '<workflow/>', now())", id, workflow);
    }

    private void people() {
        var sub = Ids.next();
        run("insert into user_group values (?, ?, null, 'Main'), (?, ?, ?, 'Sub')", id, main, id, sub, main);
        var roles = new UUID[] {Ids.next(), Ids.next(), Ids.next(), Ids.next()};
        run(
                "insert into role values (?, ?, 'Manager', 'MANAGER', '{READ_REPORTS,CHANGE_USERS}'), (?, ?, 'Basic User', 'BASIC_USER', '{READ_REPORTS}'), (?, ?, 'Auditor', 'AUDITOR', '{READ_REPORTS}'), (?, ?, 'Special', null, '{READ_REPORTS}')",
                id,
                roles[0],
                id,
                roles[1],
                id,
                roles[2],
                id,
                roles[3]);
        user(manager, main, roles[0], "manager", false);
        user(Ids.next(), main, roles[2], "auditor", false);
        user(Ids.next(), sub, roles[1], "sub", false);
        user(Ids.next(), main, roles[3], "special", false);
        user(Ids.next(), main, roles[1], "gone", true);
    }

    private void user(UUID user, UUID group, UUID role, String who, boolean disabled) {
        run(
                "insert into app_user (company_id, user_id, group_id, role_id, email, name, disabled, created_at) values (?, ?, ?, ?, ?, ?, ?, now())",
                id,
                user,
                group,
                role,
                email(who),
                who,
                disabled);
    }

    private void licences() {
        run("insert into licence_pool values (?, ?, ?, 'Pool', null, now())", id, pool, PRODUCT);
        run(
                "insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, at) values (?, ?, ?, 'GRANT_IN', 100, now())",
                id,
                Ids.next(),
                pool);
        run("insert into licence_balance values (?, ?, 100, 0)", id, pool);
    }

    /** An open reservation. */
    UUID reserve(BigDecimal quantity) {
        var reservation = Ids.next();
        cloud.atOnce(() -> reserve(reservation, quantity));
        return reservation;
    }

    private void reserve(UUID reservation, BigDecimal quantity) {
        run(
                "insert into reservation (company_id, reservation_id, pool_id, quantity, idempotency_key, client_id, user_id, state, reserved_at) values (?, ?, ?, ?, ?, ?, ?, 'OPEN', now())",
                id,
                reservation,
                pool,
                quantity,
                Ids.next(),
                Ids.next(),
                manager);
        run(
                "insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, reservation_id, at) values (?, ?, ?, 'RESERVE', ?, ?, now())",
                id,
                Ids.next(),
                pool,
                quantity,
                reservation);
        run(
                "update licence_balance set remaining = remaining - ?, reserved = reserved + ? where pool_id = ?",
                quantity,
                quantity,
                pool);
    }

    /** Reports of so many days ago. */
    void reports(int count, int daysAgo) {
        for (int i = 0; i < count; i++) report(Ids.next(), "<root>" + name + i + "</root>", daysAgo);
    }

    void report(UUID document, String xml, int daysAgo) {
        var sql = reportSql();
        run(sql, reportRow(document, xml, daysAgo));
        run(
                "insert into report_serial select company_id, unnest(serials), report_id from report where document_id = ?",
                document);
    }

    static String reportSql() {
        return "insert into report (company_id, document_id, received_at, kind, product, product_version, state, serial, signature_state, cover, digest, size, body, received_entry, fields, erased_at, serials)"
                + " values (?, ?, ?, 'COMPUTER', '" + PRODUCT
                + "', '7.1', 'ERASED', ?, 'VERIFIED', 'NONE', ?, ?, ?, ?, cast(? as jsonb), ?, array[lower(?)])";
    }

    Object[] reportRow(UUID document, String xml, int daysAgo) {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        var at = Timestamp.from(Instant.now().minus(Duration.ofDays(daysAgo)));
        return new Object[] {
            id,
            document,
            at,
            "SN-" + document,
            Sha256.of(bytes).bytes(),
            bytes.length,
            ReportBody.compress(bytes).compressed(),
            "<entry/>".getBytes(StandardCharsets.UTF_8),
            "{\"Label ä\": \"x\"}",
            at,
            "SN-" + document
        };
    }

    private void run(String sql, @Nullable Object... parameters) {
        cloud.jdbc.sql(sql).params(java.util.Arrays.asList(parameters)).update();
    }
}
