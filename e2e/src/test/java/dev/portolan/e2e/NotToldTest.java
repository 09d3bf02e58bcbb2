package dev.portolan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.CloudApp;
import dev.portolan.portal.PortalApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Apps whose environment variables are missing say so in one line and end. */
@Execution(ExecutionMode.CONCURRENT)
class NotToldTest {
    private static final String WHERE = "; docs/operations/install.md explains them";

    record App(String name, Class<?> main) {
        /** Its command line in a process of its own, with no variables of ours but these. */
        private Said run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dspring.config.location="
                            + Path.of("..", name, "src/main/resources/application.yaml")
                                    .toUri(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName()));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command);
            builder.environment()
                    .keySet()
                    .removeIf(variable -> variable.startsWith("PORTOLAN_") || variable.startsWith("SPRING_"));
            builder.environment().putAll(variables);
            var process = builder.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), said.strip());
        }
    }

    record Said(int exitCode, String text) {}

    static Stream<App> apps() {
        return Stream.of(new App("cloud", CloudApp.class), new App("portal", PortalApp.class));
    }

    @ParameterizedTest
    @MethodSource("apps")
    void a_migration_without_its_variables_names_them_in_one_line(App app) throws Exception {
        assertThat(app.run(Map.of(), "migrate"))
                .isEqualTo(new Said(
                        2,
                        "portolan: " + app.name() + " migrate needs these environment variables too: "
                                + "PORTOLAN_DB_URL (the JDBC URL of its database), "
                                + "PORTOLAN_DB_OWNER (the role that owns the schema), "
                                + "PORTOLAN_DB_OWNER_PASSWORD (the password of the schema's owner)" + WHERE));
        assertThat(app.run(Map.of("PORTOLAN_DB_URL", "jdbc:postgresql://db/x", "PORTOLAN_DB_OWNER", "owner"), "migrate")
                        .text())
                .endsWith("too: PORTOLAN_DB_OWNER_PASSWORD (the password of the schema's owner)" + WHERE);
    }

    @ParameterizedTest
    @MethodSource("apps")
    void a_start_without_its_variables_names_them_in_one_line(App app) throws Exception {
        assertThat(app.run(Map.of("PORTOLAN_DB_URL", "jdbc:postgresql://db/x", "PORTOLAN_DB_USER", "app")))
                .isEqualTo(new Said(
                        2,
                        "portolan: " + app.name() + " needs these environment variables too: "
                                + "PORTOLAN_DB_PASSWORD (the password of that ordinary role), "
                                + "PORTOLAN_SECRET (32 random bytes in Base64)" + WHERE));
    }
}
