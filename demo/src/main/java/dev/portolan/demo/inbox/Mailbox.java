package dev.portolan.demo.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All mails, one file each; the file begins with two lines of our own: who it is for and when it came. */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final String TO = "X-Portolan-To";
    private static final String AT = "X-Portolan-At";

    private final Path directory;
    private final Clock clock;
    private final List<ReceivedMail> mails = new ArrayList<>();

    Mailbox(Path directory, Clock clock) throws IOException {
        this.directory = directory;
        this.clock = clock;
        Files.createDirectories(directory);
        try (var files = Files.list(directory)) {
            for (var file : files.filter(path -> path.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                read(file);
            }
        }
    }

    /** Keeps a mail; when this returns it is on disk. */
    synchronized void keep(String to, MimeMessage message) throws MessagingException, IOException {
        var id = mails.isEmpty() ? 1 : mails.getLast().id() + 1;
        var at = clock.instant();
        var mail = MailParser.parse(id, to, at, message);
        var file = directory.resolve("%08d.eml".formatted(id));
        var aside = directory.resolve("new");
        try (var out = Files.newOutputStream(aside)) {
            // A copy, since other recipients get the same message.
            var copy = new MimeMessage(message);
            copy.setHeader(TO, to);
            copy.setHeader(AT, at.toString());
            copy.writeTo(out);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        mails.add(mail);
    }

    /** All mails, newest first. */
    synchronized List<ReceivedMail> newestFirst() {
        return List.copyOf(mails.reversed());
    }

    synchronized Optional<ReceivedMail> find(long id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }

    private void read(Path file) throws IOException {
        var id = Long.parseLong(file.getFileName().toString().replace(".eml", ""));
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            mails.add(MailParser.parse(
                    id, message.getHeader(TO, null), Instant.parse(message.getHeader(AT, null)), message));
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("mail.unreadable file={}", file, e);
        }
    }
}
