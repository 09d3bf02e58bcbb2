package dev.portolan.certificate.command;

import dev.portolan.certificate.SigningKey;
import dev.portolan.certificate.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the open half of the key, for publishing; makes a new key on request. */
@Command(
        name = "key",
        description = "Prints the public key that certificates are verified with, and its fingerprint.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class KeyCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--private",
            paramLabel = "FILE",
            description = "The private key (PKCS #8, PEM); if not given, PORTOLAN_CERTIFICATE_KEY or the demo's.")
    private @Nullable Path file;

    @Option(names = "--new", paramLabel = "FILE", description = "Makes a new key into this file first.")
    private @Nullable Path made;

    @Option(names = "--language", paramLabel = "en|de", description = "Of the answer; as LANG says if not given.")
    private @Nullable String language;

    KeyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var texts = Language.of(language, environment);
        var err = spec.commandLine().getErr();
        try {
            if (made != null) make(made, texts, err);
            var configured = configured();
            if (configured == null) return wrong(err, texts.text("usage.no-key"));
            var key = SigningKey.read(configured).open();
            spec.commandLine().getOut().print(key.pem());
            spec.commandLine().getOut().println(texts.text("key.fingerprint", key.fingerprint()));
            return CertificateCommand.OK;
        } catch (FileAlreadyExistsException exists) {
            return wrong(err, texts.text("usage.exists", String.valueOf(made)));
        } catch (IOException | UncheckedIOException unreadable) {
            return wrong(err, texts.text("usage.file", String.valueOf(made == null ? file : made)));
        } catch (IllegalStateException none) {
            return wrong(err, texts.text("usage.bad-key"));
        }
    }

    private @Nullable String configured() {
        if (made != null) return made.toString();
        if (file != null) return file.toString();
        var variable = environment.getOrDefault("PORTOLAN_CERTIFICATE_KEY", "");
        if (!variable.isBlank()) return variable.strip();
        var demo = environment.getOrDefault("PORTOLAN_DEMO_CERTIFICATE_KEY", "");
        return !demo.isBlank() && Files.exists(Path.of(demo)) ? demo : null;
    }

    private static void make(Path path, Texts texts, PrintWriter err) throws IOException {
        var readable = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) Files.createFile(path, readable);
        else Files.createFile(path);
        Files.write(path, SigningKey.generate().pem().getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
        err.println(texts.text("key.made", path.toString()));
    }

    private static int wrong(PrintWriter err, String text) {
        err.println(text);
        return CertificateCommand.USAGE;
    }
}
