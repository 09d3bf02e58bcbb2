package dev.portolan.cloud.proof;

import dev.portolan.certificate.CertifiedReport;
import dev.portolan.certificate.Statement;
import dev.portolan.contract.TransferTry;
import dev.portolan.report.Sha256;
import dev.portolan.upgrade.certificate.Inventory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a certificate tells of. */
@Repository
class OwnInventory implements Inventory {
    private final JdbcClient jdbc;

    OwnInventory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name(UUID company) {
        return jdbc.sql("select name from company where company_id = :company")
                .param("company", company)
                .query(String.class)
                .single();
    }

    @Override
    public Optional<String> person(UUID company, UUID user) {
        return jdbc.sql("select name from app_user where company_id = :company and user_id = :user")
                .param("company", company)
                .param("user", user)
                .query(String.class)
                .optional();
    }

    @Override
    public List<CertifiedReport> reports(UUID company, Instant from, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select document_id, digest from report
                where company_id = :company and received_at >= :from and document_id > :after
                order by document_id
                limit :limit
                """)
                .param("company", company)
                .param("from", Timestamp.from(from))
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> new CertifiedReport(
                        row.getObject("document_id", UUID.class), Sha256.fromBytes(row.getBytes("digest"))))
                .list();
    }

    private record Group(Statement.Count count, long bytes, Instant first, Instant last) {}

    @Override
    public Figures figures(UUID company, Instant from) {
        var groups = jdbc.sql("""
                select kind, state, count(*) as number, sum(size) as bytes,
                       min(received_at) as first, max(received_at) as last
                from report
                where company_id = :company and received_at >= :from
                group by kind, state
                order by kind, state
                """)
                .param("company", company)
                .param("from", Timestamp.from(from))
                .query((row, number) -> group(row))
                .list();
        return new Figures(
                groups.stream().map(Group::count).toList(),
                groups.stream().mapToLong(Group::bytes).sum(),
                groups.stream().map(Group::first).min(Instant::compareTo).orElse(null),
                groups.stream().map(Group::last).max(Instant::compareTo).orElse(null));
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                new Statement.Count(row.getString("kind"), row.getString("state"), row.getLong("number")),
                row.getLong("bytes"),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("last").toInstant());
    }

    @Override
    public List<Statement.Licence> licences(TransferTry order) {
        return jdbc.sql("""
                select p.pool_id, p.name, p.product, e.quantity, e.reserved
                from ledger_entry e
                join licence_pool p on p.company_id = e.company_id and p.pool_id = e.pool_id
                where e.company_id = :company and e.transfer_id = :transfer and e.epoch = :epoch
                  and e.kind = 'TRANSFER_OUT'
                order by p.product, p.name, p.pool_id
                """)
                .param("company", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .query((row, number) -> new Statement.Licence(
                        row.getObject("pool_id", UUID.class),
                        row.getString("name"),
                        row.getString("product"),
                        plain(row.getBigDecimal("quantity")),
                        plain(row.getBigDecimal("reserved"))))
                .list();
    }

    @Override
    public List<List<String>> reservations(TransferTry order) {
        return jdbc.sql("""
                select reservation_id, pool_id, quantity from reservation
                where company_id = :company and state = 'MOVED'
                order by reservation_id
                """)
                .param("company", order.tenant())
                .query((row, number) -> List.of(
                        row.getString("reservation_id"),
                        row.getString("pool_id"),
                        plain(row.getBigDecimal("quantity"))))
                .list();
    }

    @Override
    public List<List<String>> workflows(TransferTry order) {
        return jdbc.sql("""
                select workflow_id, name, definition from workflow where company_id = :company order by workflow_id
                """)
                .param("company", order.tenant())
                .query((row, number) -> List.of(
                        row.getString("workflow_id"),
                        row.getString("name"),
                        Sha256.of(row.getString("definition").getBytes(StandardCharsets.UTF_8))
                                .hex()))
                .list();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
