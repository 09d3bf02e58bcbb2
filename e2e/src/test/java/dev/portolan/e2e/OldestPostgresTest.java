package dev.portolan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.demo.DemoOptions;
import dev.portolan.demo.DemoSystem;
import dev.portolan.demo.NamedSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Everything migrates, loads and runs on the oldest PostgreSQL that we promise. */
@Execution(ExecutionMode.CONCURRENT)
class OldestPostgresTest {

    @Test
    void aManagerSignsInAtBothAppsOnTheOldestServer() throws Exception {
        var options = DemoOptions.forTests(Path.of("target", "oldest").toAbsolutePath(), new NamedSet())
                .withPostgres(Path.of("target", "oldest-postgres.jar").toAbsolutePath());
        try (var system = DemoSystem.start(options, System.out::println);
                var person = new Person(Running.browser(), new Person.Look("en", 1280, false), Running.screenshots())) {
            assertThat(version(system)).startsWith("15.");
            for (var environment : new String[] {"cloud", "portal"}) {
                var user = system.users().stream()
                        .filter(one -> one.environment().equals(environment)
                                && one.role().equals("Manager"))
                        .findFirst()
                        .orElseThrow();
                person.open((environment.equals("cloud") ? system.cloud() : system.portal()) + "/sign-in");
                person.signIn(user.email(), user.password());
                person.isAt("Dashboard");
            }
        }
    }

    private static String version(DemoSystem system) throws Exception {
        try (var connection = system.cloudDatabase().connect();
                var row = connection.createStatement().executeQuery("show server_version")) {
            row.next();
            return row.getString(1);
        }
    }
}
