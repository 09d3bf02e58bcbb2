package dev.portolan.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.portolan.demo.DemoOptions;
import dev.portolan.demo.DemoSystem;
import dev.portolan.demo.NamedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system that all walks of this JVM share, and a browser for each thread of them; they end with the JVM. */
final class Running {
    private static final Path STATE = Path.of("target", "system").toAbsolutePath();
    /** The lock of those who walk through the system (read), and of who kills a part of it (write). */
    static final String SYSTEM = "the running system";

    // Playwright stays on the thread that made it.
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Running::launch);
    private static DemoSystem system;

    private Running() {}

    static synchronized DemoSystem system() {
        if (system == null) system = DemoSystem.start(DemoOptions.forTests(STATE, new NamedSet()), System.out::println);
        return system;
    }

    static Browser browser() {
        if (!BROWSER.get().isConnected()) BROWSER.remove(); // one that died fails one walk, not all that follow
        return BROWSER.get();
    }

    private static Browser launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                // A machine that is busy is no reason to end the browser.
                                "--disable-gpu-watchdog",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Where the README's pictures lie. */
    static Path screenshots() {
        try {
            return Files.createDirectories(
                    Path.of("..", "docs", "screenshots").toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Install Chromium: ./portolan verify does it."));
    }
}
