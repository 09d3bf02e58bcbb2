package dev.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresServer;
import dev.portolan.web.testing.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StatementsTest {

    @Test
    void everyTableInAStatementIsTiedToItsOwner() {
        var statements = Statements.of("src/main/java");
        assertThat(statements.all()).hasSizeGreaterThan(50);
        assertThat(statements.loose(JdbcClient.create(PostgresServer.forTests()
                                .migrated(App.PORTAL, PortalSchema::migrate)
                                .ownerDataSource())
                        .sql("select relname from pg_class where relrowsecurity")
                        .query(String.class)
                        .set()))
                .isEmpty();
    }
}
