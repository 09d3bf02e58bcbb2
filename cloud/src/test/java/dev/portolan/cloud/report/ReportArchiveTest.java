package dev.portolan.cloud.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.platform.Tenancy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ReportArchiveTest extends CloudTest {
    private static final int REPORTS = 450;

    @Autowired
    private DataSource source;

    private TestUser user;

    /** Many of them arrive in the same instant, so that a page ends among them. */
    @BeforeEach
    void reports() {
        user = companies.manager(companies.customer());
        companies.reports(user, REPORTS, 100);
    }

    @Test
    void readsEachReportOnceInTheOrderOfArrivalByTwoStatementsAPage() {
        var counting = new Counting(source);
        var archive = new ReportArchive(
                new Tenancy(new JdbcTransactionManager(counting), counting), JdbcClient.create(counting));
        var found = new ArrayList<ArchivedReport>();
        archive.read(user.company(), Candidates.ALL).forEachRemaining(found::add);
        assertThat(found).hasSize(REPORTS);
        assertThat(new HashSet<>(found.stream().map(ArchivedReport::reportId).toList()))
                .hasSize(REPORTS);
        assertThat(found).isSortedAccordingTo((one, other) -> one.receivedAt().compareTo(other.receivedAt()));
        // Three pages of at most 200; each binds the company and asks once.
        assertThat(counting.statements).hasValue(3 * 2);
    }

    @Test
    void oneReportCostsTwoStatementsWhateverElseThereIs() {
        var counting = new Counting(source);
        var archive = new ReportArchive(
                new Tenancy(new JdbcTransactionManager(counting), counting), JdbcClient.create(counting));
        var some = archive.read(user.company(), Candidates.ALL).next();
        counting.statements.set(0);
        var found = new ArrayList<ArchivedReport>();
        archive.read(user.company(), Candidates.ALL.withDocuments(List.of(some.documentId())))
                .forEachRemaining(found::add);
        assertThat(found).hasSize(1);
        assertThat(counting.statements).hasValue(2);
    }

    /** Counts the statements that are made. */
    private static final class Counting extends DelegatingDataSource {
        private final AtomicInteger statements = new AtomicInteger();

        private Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Counting.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (Statement.class.isAssignableFrom(method.getReturnType())) statements.incrementAndGet();
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException broken) {
                            throw broken.getCause();
                        }
                    });
        }
    }
}
