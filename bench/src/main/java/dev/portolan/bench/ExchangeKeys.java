package dev.portolan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Key and trust stores for both ends of the exchange, made by the JDK's own tool. */
final class ExchangeKeys {
    static final String PASSWORD = "changeit";

    private final Path directory;

    ExchangeKeys(Path directory) {
        this.directory = directory;
        pair("cloud");
        pair("portal");
        trust("cloud", "portal");
        trust("portal", "cloud");
    }

    String store(String name) {
        return directory.resolve(name + ".p12").toString();
    }

    String trusted(String name) {
        return directory.resolve(name + "-trust.p12").toString();
    }

    private String certificate(String name) {
        return directory.resolve(name + ".crt").toString();
    }

    private void pair(String name) {
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store(name));
        keytool("-exportcert", "-alias", name, "-file", certificate(name), "-keystore", store(name));
    }

    private void trust(String who, String whom) {
        keytool("-importcert", "-noprompt", "-alias", whom, "-file", certificate(whom), "-keystore", trusted(who));
    }

    private static void keytool(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) throw new IllegalStateException("keytool failed: " + command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
