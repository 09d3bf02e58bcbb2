package dev.portolan.cloud.testing;

import dev.portolan.cloud.CloudApp;
import dev.portolan.cloud.CloudSchema;
import dev.portolan.cloud.report.Reports;
import dev.portolan.platform.Tenancy;
import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresServer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The Cloud, running: on a random port, against a real PostgreSQL, with the ordinary role. All tests that extend this
 * share one running app; each makes companies of its own.
 */
@SpringBootTest(classes = CloudApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class CloudTest {
    public static final String PORTAL = "https://portal.example";

    private static final Database DATABASE = PostgresServer.forTests().migrated(App.CLOUD, CloudSchema::migrate);

    @LocalServerPort
    protected int port;

    @Autowired
    protected Tenancy tenancy;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Clock clock;

    @Autowired
    protected Reports reports;

    protected Companies companies;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::jdbcUrl);
        registry.add("spring.datasource.username", () -> DATABASE.user().role());
        registry.add("spring.datasource.password", () -> DATABASE.user().password());
        registry.add("management.server.port", () -> "0");
        registry.add("portolan.secret", () -> "a secret for tests only");
        registry.add("portolan.portal-url", () -> PORTAL);
        registry.add("portolan.public-url", () -> "http://127.0.0.1");
        registry.add("db-scheduler.polling-interval", () -> "200ms");
    }

    @BeforeEach
    void companies() {
        companies = new Companies(tenancy, jdbc, clock, reports);
    }

    /** Somebody with a browser of their own, not signed in. */
    protected Visitor visitor() {
        return new Visitor(port);
    }

    /** A browser in which this person is signed in. */
    protected Visitor visitor(TestUser user) {
        var visitor = new Visitor(port);
        visitor.signIn(user);
        return visitor;
    }

    /** Polls until it holds; the limit only ends what would never come. */
    protected static void eventually(BooleanSupplier holds) {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("does not come to hold");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
