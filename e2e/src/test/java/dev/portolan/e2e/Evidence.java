package dev.portolan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.demo.DemoSystem;
import dev.portolan.postgres.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Looks into both databases, as the owners of the tables, at what really moved. */
final class Evidence {
    private Evidence() {}

    /** The reports of the last months stand in the Portal with the same digests, and no others do. */
    static void reportsMoved(DemoSystem system, String company, int months) {
        var expected = texts(system.cloudDatabase(), """
                select document_id || ' ' || encode(digest, 'hex')
                from report join company using (company_id)
                where name = ? and received_at
                      >= date_trunc('day', now() at time zone zone - make_interval(months => %d)) at time zone zone
                """.formatted(months), company);
        var moved = texts(system.portalDatabase(), """
                select document_id || ' ' || encode(digest, 'hex')
                from report join tenant using (tenant_id)
                where name = ? and transfer_id is not null
                """, company);
        assertThat(new TreeSet<>(moved))
                .as("reports of %s in the Portal", company)
                .isEqualTo(new TreeSet<>(expected));
        assertThat(moved).as("each once").doesNotHaveDuplicates();
    }

    /** What left the Cloud arrived in the Portal, product by product, and nothing is left to consume in the Cloud. */
    static void licencesMoved(DemoSystem system, String company) {
        var left = texts(system.cloudDatabase(), """
                select product || ' ' || sum(e.quantity)
                from ledger_entry e join licence_pool using (company_id, pool_id) join company using (company_id)
                where company.name = ? and e.kind = 'TRANSFER_OUT'
                group by product having sum(e.quantity) > 0
                """, company);
        var arrived = texts(system.portalDatabase(), """
                select product || ' ' || sum(e.quantity)
                from ledger_entry e join licence_pool using (tenant_id, pool_id) join tenant using (tenant_id)
                where tenant.name = ? and e.kind = 'TRANSFER_IN'
                group by product having sum(e.quantity) > 0
                """, company);
        assertThat(new TreeSet<>(arrived))
                .as("licences of %s", company)
                .isEqualTo(new TreeSet<>(left))
                .isNotEmpty();
        assertThat(texts(system.cloudDatabase(), """
                        select pool_id::text from licence_balance join company using (company_id)
                        where name = ? and (remaining > 0 or reserved > 0)
                        """, company))
                .as("pools of %s that could still be consumed in the Cloud", company)
                .isEmpty();
    }

    static List<String> texts(Database database, String sql, String company) {
        try (var connection = database.ownerDataSource().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, company);
            var rows = statement.executeQuery();
            var texts = new ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
