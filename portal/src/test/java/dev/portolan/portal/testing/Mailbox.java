package dev.portolan.portal.testing;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The mails that one person has got. */
public final class Mailbox {
    private static final Pattern LINK = Pattern.compile("http://portal\\.example(/invitations/\\S+)");
    private static final long PATIENCE = Duration.ofMinutes(3).toNanos();

    private final GreenMail server;
    private final String address;

    public Mailbox(GreenMail server, String address) {
        this.server = server;
        this.address = address;
    }

    /** A mail as a person sees it. */
    public record Letter(String subject, String text, String html) {
        /** The path of the invitation's link in the text. */
        public String path() {
            var link = LINK.matcher(text);
            if (!link.find()) throw new AssertionError("no link in: " + text);
            return link.group(1);
        }
    }

    /** Waits until this many have come. */
    public List<Letter> await(int count) {
        long until = System.nanoTime() + PATIENCE;
        while (letters().size() < count) {
            if (System.nanoTime() > until)
                throw new AssertionError(letters().size() + " of " + count + " mails came to " + address);
            LockSupport.parkNanos(20_000_000);
        }
        return letters();
    }

    public List<Letter> letters() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(this::isMine)
                .map(Mailbox::letter)
                .toList();
    }

    private boolean isMine(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Letter letter(MimeMessage message) {
        try {
            return new Letter(message.getSubject(), part(message, "text/plain"), part(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) return (String) part.getContent();
        if (!(part.getContent() instanceof Multipart parts)) return "";
        for (int i = 0; i < parts.getCount(); i++) {
            var found = part(parts.getBodyPart(i), type);
            if (!found.isEmpty()) return found;
        }
        return "";
    }
}
