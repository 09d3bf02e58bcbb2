package dev.portolan.certificate.command;

import dev.portolan.certificate.CertificateFile;
import dev.portolan.certificate.NotVerified;
import dev.portolan.certificate.PinnedKey;
import dev.portolan.certificate.Texts;
import dev.portolan.certificate.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a certificate, and on request one report of it. */
@Command(
        name = "verify",
        description =
                "Verifies a transfer certificate (JSON or PDF) offline. Exit codes: 0 verified, 1 not, 2 wrong use.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class VerifyCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The certificate, JSON or PDF.")
    private Path file;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "The issuer's key: a file with the public key in PEM, or its fingerprint. From the operator.")
    private String key;

    @Option(names = "--report", paramLabel = "REPORT", description = "A report's original XML: is it one of those?")
    private @Nullable Path report;

    @Option(names = "--proof", paramLabel = "PROOF", description = "The report's proof, if it is in a file of its own.")
    private @Nullable Path proof;

    @Option(names = "--language", paramLabel = "en|de", description = "Of the answer; as LANG says if not given.")
    private @Nullable String language;

    VerifyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var texts = Language.of(language, environment);
        try {
            spec.commandLine().getOut().println(verified(texts));
            return CertificateCommand.OK;
        } catch (NotVerified no) {
            spec.commandLine().getOut().println(texts.text("result." + no.reason()));
            return CertificateCommand.NOT_VERIFIED;
        } catch (Misused wrong) {
            spec.commandLine().getErr().println(texts.text(wrong.key, wrong.argument));
            return CertificateCommand.USAGE;
        }
    }

    private String verified(Texts texts) {
        if (proof != null && report == null) throw new Misused("usage.proof", "");
        var verifier = new Verifier(pinned());
        var certificate = verifier.verify(read(file));
        var statement = certificate.signed().statement();
        var day = statement.transfer().activatedAt().toString();
        if (report == null)
            return texts.text(
                    "result.OK",
                    statement.reports().count(),
                    statement.company().name(),
                    statement.from().name(),
                    statement.to().name(),
                    day,
                    statement.id().toString());
        return reportVerified(texts, verifier, certificate, read(report), day);
    }

    private String reportVerified(
            Texts texts, Verifier verifier, CertificateFile certificate, byte[] bytes, String day) {
        var place = verifier.verify(certificate, bytes, proof == null ? null : read(proof));
        return texts.text(
                "result.REPORT",
                place.document().toString(),
                place.index() + 1,
                place.size(),
                certificate.signed().statement().company().name(),
                day);
    }

    private PinnedKey pinned() {
        try {
            return PinnedKey.of(isFile(key) ? Files.readString(Path.of(key)) : key);
        } catch (IllegalArgumentException | IOException | UncheckedIOException none) {
            throw new Misused("usage.key", "");
        }
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException no) {
            return false;
        }
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new Misused("usage.file", path.toString());
        }
    }

    /** Wrongly called. */
    private static final class Misused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String key;
        private final String argument;

        Misused(String key, String argument) {
            super(key, null, false, false);
            this.key = key;
            this.argument = argument;
        }
    }
}
