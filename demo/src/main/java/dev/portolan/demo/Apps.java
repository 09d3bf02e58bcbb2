package dev.portolan.demo;

import dev.portolan.postgres.App;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Both apps as processes of their own. */
final class Apps {

    private final DemoOptions options;
    private final AppEnvironment environment;
    private final Databases databases;
    private final Resources resources;
    private final Map<App, AppImage> images = new EnumMap<>(App.class);
    private final Map<App, AppProcess> running = new EnumMap<>(App.class);

    Apps(DemoOptions options, AppEnvironment environment, Databases databases, Resources resources) {
        this.options = options;
        this.environment = environment;
        this.databases = databases;
        this.resources = resources;
        for (var app : App.values()) {
            images.put(app, new AppImage(app.database(), options.home(), options.images()));
        }
    }

    Map<App, AppImage> images() {
        return images;
    }

    void extract(Progress progress) throws IOException {
        for (var image : images.values()) {
            if (image.extract()) {
                progress.say("Laid out the " + image.app());
            }
        }
    }

    /** Makes the caches that are missing, with both training runs side by side. */
    void train(Progress progress) throws IOException {
        if (options.mode() != StartMode.CACHED) {
            return;
        }
        var trained = new EnumMap<App, AppProcess>(App.class);
        for (var app : App.values()) {
            if (image(app).needsTraining()) {
                trained.put(app, resources.add(launch(app, Jvm.training(image(app)), trainingLog(app))));
            }
        }
        if (!trained.isEmpty()) {
            progress.say("Learning to start quickly");
        }
        for (var training : trained.values()) {
            training.awaitEnd();
        }
        for (var app : trained.keySet()) {
            if (!Files.exists(image(app).cache())) {
                throw new DemoFailure("the training run of the " + app.database() + " failed, see " + trainingLog(app));
            }
        }
    }

    void startAll() throws IOException {
        for (var app : App.values()) {
            if (Files.exists(log(app))) {
                Files.move(log(app), previousLog(app), StandardCopyOption.REPLACE_EXISTING);
            }
            launch(app);
        }
        for (var app : App.values()) {
            awaitHealth(app);
        }
    }

    synchronized void start(App app) {
        try {
            launch(app);
        } catch (IOException e) {
            throw new DemoFailure("cannot start the " + app.database(), e);
        }
        awaitHealth(app);
    }

    synchronized void kill(App app) {
        process(app).kill();
    }

    Path log(App app) {
        return options.state().resolve("logs").resolve(app.database() + ".log");
    }

    private void launch(App app) throws IOException {
        running.put(app, resources.add(launch(app, Jvm.running(image(app), options.mode()), log(app))));
    }

    private AppProcess launch(App app, List<String> command, Path log) throws IOException {
        return AppProcess.start(app.database(), command, environment.of(app, databases.of(app)), log);
    }

    private void awaitHealth(App app) {
        process(app).awaitHealth(URI.create(environment.healthUrl(app)));
    }

    private AppImage image(App app) {
        var image = images.get(app);
        if (image == null) {
            throw new IllegalStateException("no image of " + app);
        }
        return image;
    }

    private AppProcess process(App app) {
        var process = running.get(app);
        if (process == null) {
            throw new IllegalStateException("not started: " + app);
        }
        return process;
    }

    private Path previousLog(App app) {
        return options.state().resolve("logs").resolve(app.database() + ".previous.log");
    }

    private Path trainingLog(App app) {
        return options.state().resolve("logs").resolve(app.database() + "-training.log");
    }
}
