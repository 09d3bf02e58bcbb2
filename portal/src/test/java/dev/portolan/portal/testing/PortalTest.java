package dev.portolan.portal.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.PortalApp;
import dev.portolan.portal.PortalSchema;
import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole app on a random port, with a real PostgreSQL and a real SMTP server; one app for all tests of a JVM, so each
 * test works in tenants of its own.
 */
@SpringBootTest(classes = PortalApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, FullTenant.class, TestCertificates.class})
public abstract class PortalTest {
    protected static final Database DATABASE = PostgresServer.forTests().migrated(App.PORTAL, PortalSchema::migrate);
    protected static final GreenMail MAIL = mailServer();

    @Autowired
    protected World world;

    @Autowired
    protected FullTenant full;

    @Autowired
    protected Tenancy tenancy;

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::jdbcUrl);
        registry.add("spring.datasource.username", () -> DATABASE.user().role());
        registry.add("spring.datasource.password", () -> DATABASE.user().password());
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("management.server.port", () -> 0);
        registry.add("portolan.public-url", () -> "http://portal.example");
        registry.add("portolan.secret", () -> "a secret of the tests only, 32 characters");
    }

    /** A person's browser with no cookie yet. */
    protected Browser browser() {
        return new Browser(port);
    }

    private static GreenMail mailServer() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
