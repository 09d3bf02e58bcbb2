package dev.portolan.demo;

import dev.portolan.postgres.BinariesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to run the demo.
 *
 * @param home the directory of the sources, where the built jars lie
 * @param state the directory of data, mails, keys and logs
 * @param images where the apps' jars are extracted to, with their caches
 * @param fresh whether data of an earlier start are thrown away
 * @param data what is loaded at the first start
 * @param postgres an archive of the PostgreSQL to run, see {@link BinariesFile}; empty for the newest
 */
public record DemoOptions(
        Path home,
        Path state,
        Path images,
        Ports ports,
        boolean fresh,
        StartMode mode,
        DemoData data,
        Optional<Path> postgres) {

    /** The demo as {@code ./portolan demo} runs it. */
    public static DemoOptions usual(Path home, DemoData data) {
        var state = home.resolve(".portolan");
        return new DemoOptions(
                home, state, state.resolve("run"), Ports.USUAL, false, StartMode.CACHED, data, Optional.empty());
    }

    /** For a test: its own directory, free ports, nothing kept from an earlier run. */
    public static DemoOptions forTests(Path state, DemoData data) {
        return new DemoOptions(
                findHome(),
                state,
                state.resolve("run"),
                Ports.free(),
                true,
                StartMode.EXTRACTED,
                data,
                Optional.empty());
    }

    /** The same with its state in another directory. */
    public DemoOptions withState(Path directory) {
        return new DemoOptions(home, directory, images, ports, fresh, mode, data, postgres);
    }

    /** The same with the apps laid out in a directory that other runs share. */
    public DemoOptions withImages(Path directory) {
        return new DemoOptions(home, state, directory, ports, fresh, mode, data, postgres);
    }

    /** The same on other ports. */
    public DemoOptions withPorts(Ports others) {
        return new DemoOptions(home, state, images, others, fresh, mode, data, postgres);
    }

    /** The same, beginning anew or not. */
    public DemoOptions withFresh(boolean anew) {
        return new DemoOptions(home, state, images, ports, anew, mode, data, postgres);
    }

    /** The same with the apps started in this way. */
    public DemoOptions withMode(StartMode other) {
        return new DemoOptions(home, state, images, ports, fresh, other, data, postgres);
    }

    /** The same on the PostgreSQL of this archive. */
    public DemoOptions withPostgres(Path archive) {
        return new DemoOptions(home, state, images, ports, fresh, mode, data, Optional.of(archive));
    }

    /** The directory of the sources: the one with the launcher, here or above. */
    public static Path findHome() {
        var told = System.getProperty("portolan.home");
        var directory = Path.of(told == null ? "" : told).toAbsolutePath();
        while (directory != null && !Files.isExecutable(directory.resolve("portolan"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new DemoFailure("the demo runs inside its sources; start it by ./portolan demo");
        }
        return directory;
    }
}
