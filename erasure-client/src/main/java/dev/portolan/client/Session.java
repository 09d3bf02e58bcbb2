package dev.portolan.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One run against one environment with one spool. */
final class Session implements AutoCloseable {

    private static final Path SPOOLS = Path.of(".portolan", "spool");

    final Settings settings;
    final Spool spool;
    private final ServiceOptions options;
    private final Surroundings surroundings;
    private final Texts texts;

    private Session(Settings settings, Spool spool, ServiceOptions options, Surroundings surroundings, Texts texts) {
        this.settings = settings;
        this.spool = spool;
        this.options = options;
        this.surroundings = surroundings;
        this.texts = texts;
    }

    /** By the settings named, or by those that the spool was configured with. */
    static Session open(ServiceOptions options, Surroundings surroundings, Texts texts) throws UsageFault {
        var named = options.settings == null ? null : SettingsFile.read(options.settings);
        var directory = directory(options, Optional.ofNullable(named));
        var spool = Spool.open(directory, surroundings.disk(), surroundings.clock());
        try {
            if (named != null) spool.belongTo(named);
            var settings = named == null
                    ? spool.settings().orElseThrow(() -> new UsageFault("settings.missing", directory))
                    : named;
            return new Session(settings, spool, options, surroundings, texts);
        } catch (UsageFault fault) {
            spool.close();
            throw fault;
        }
    }

    /** One spool for each user by default, since reports of one company must not be sent as another. */
    static Path directory(ServiceOptions options, Optional<Settings> settings) throws UsageFault {
        if (options.spool != null) return options.spool;
        if (settings.isEmpty()) return onlySpool();
        var name = settings.get().user().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._-]", "_");
        return SPOOLS.resolve(name);
    }

    private static Path onlySpool() throws UsageFault {
        var spools = spools();
        if (spools.size() != 1) throw new UsageFault("settings.none");
        return spools.getFirst();
    }

    static boolean isOnlyOneSpool() {
        return spools().size() == 1;
    }

    private static List<Path> spools() {
        if (!Files.isDirectory(SPOOLS)) return List.of();
        try (var children = Files.list(SPOOLS)) {
            return children.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Service service() {
        var wire = new Wire(surroundings.patience(), surroundings.pause());
        return new Service(wire, settings.endpoint(), authorization(settings), spool.client());
    }

    Authorization authorization(Settings whose) {
        var wire = new Wire(surroundings.patience(), surroundings.pause());
        return new Credentials(wire, spool).of(whose, this::password);
    }

    Delivery delivery(Progress progress) {
        return new Delivery(
                service(),
                spool.erasures(),
                new Interrupted(spool.erasures(), surroundings.disk(), fileReport(), notices()),
                progress);
    }

    Cover cover(Delivery delivery, boolean offline) {
        return new Cover(delivery, spool.erasures(), offline, notices());
    }

    FileReport fileReport() {
        return new FileReport(spool, settings.user(), surroundings.clock());
    }

    Consumer<Text> notices() {
        return text -> surroundings.out().println(texts.say(text));
    }

    private String password(String user) throws UsageFault {
        var variable = options.passwordVariable;
        if (variable != null) {
            return surroundings
                    .environment()
                    .apply(variable)
                    .orElseThrow(() -> new UsageFault("password.not-set", variable));
        }
        return surroundings
                .hiddenInput()
                .apply(texts.say(Text.of("password.prompt", user)))
                .orElseThrow(() -> new UsageFault("password.no-terminal"));
    }

    @Override
    public void close() {
        spool.close();
    }
}
