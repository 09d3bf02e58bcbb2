package dev.portolan.web;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Runs an app from the command line. What it has not been told is said in one line on the error stream, with exit code 2,
 * before anything is begun.
 */
public final class Launch {
    private static final int NOT_TOLD = 2;
    private static final Needed DATABASE =
            new Needed("PORTOLAN_DB_URL", "spring.datasource.url", "the JDBC URL of its database");
    private static final List<Needed> TO_RUN = List.of(
            DATABASE,
            new Needed("PORTOLAN_DB_USER", "spring.datasource.username", "the ordinary role it connects with"),
            new Needed("PORTOLAN_DB_PASSWORD", "spring.datasource.password", "the password of that ordinary role"),
            new Needed("PORTOLAN_SECRET", "portolan.secret", "32 random bytes in Base64"));
    private static final List<Needed> TO_MIGRATE = List.of(
            DATABASE,
            new Needed("PORTOLAN_DB_OWNER", "", "the role that owns the schema"),
            new Needed("PORTOLAN_DB_OWNER_PASSWORD", "", "the password of the schema's owner"));

    /** @param property where the app's settings take the variable in */
    private record Needed(String variable, String property, String what) {}

    /** Brings a schema up to date; its owner is not the role that the app connects with. */
    public interface Migration {
        void migrate(String url, String owner, String password);
    }

    private Launch() {}

    /**
     * Runs the app; with the argument {@code migrate} brings its schema up to date instead.
     *
     * @param name of the app on the command line
     */
    public static void run(String name, Class<?> app, Migration migration, String[] args) {
        if (args.length == 1 && args[0].equals("migrate")) {
            migrate(name, migration, System.getenv());
            return;
        }
        start(name, app, args);
    }

    /** Starts the app with these settings on top of what its environment says. */
    public static ConfigurableApplicationContext start(String name, Class<?> app, String... settings) {
        var application = new SpringApplication(app);
        application.addListeners(new Asked(name));
        return application.run(settings);
    }

    private static void migrate(String name, Migration migration, Map<String, String> environment) {
        require(
                name + " migrate",
                TO_MIGRATE,
                needed -> !environment.getOrDefault(needed.variable(), "").isBlank());
        migration.migrate(
                environment.getOrDefault("PORTOLAN_DB_URL", ""),
                environment.getOrDefault("PORTOLAN_DB_OWNER", ""),
                environment.getOrDefault("PORTOLAN_DB_OWNER_PASSWORD", ""));
    }

    /** Looks at the settings as soon as they are read, from wherever they come. */
    private record Asked(String name) implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            require(name, TO_RUN, needed -> isSet(event.getEnvironment(), needed.property()));
        }

        private static boolean isSet(Environment settings, String property) {
            try {
                return !settings.getProperty(property, "").isBlank();
            } catch (IllegalArgumentException variableIsNotSet) {
                return false;
            }
        }
    }

    private static void require(String command, List<Needed> needed, Predicate<Needed> told) {
        var missing = needed.stream()
                .filter(told.negate())
                .map(one -> one.variable() + " (" + one.what() + ")")
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) return;
        System.err.println("portolan: " + command + " needs these environment variables too: " + missing
                + "; docs/operations/install.md explains them");
        System.exit(NOT_TOLD);
    }
}
