package dev.portolan.demo.inbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The mail server and its page. */
public final class Inbox implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Mailbox mailbox;
    private final GreenMail smtp;
    private final InboxServer pages;

    private Inbox(Mailbox mailbox, GreenMail smtp, InboxServer pages) {
        this.mailbox = mailbox;
        this.smtp = smtp;
        this.pages = pages;
    }

    /**
     * Starts both on the loopback address with the mails of earlier starts.
     *
     * @param smtpPort 0 takes a free one
     * @param pagePort 0 takes a free one
     */
    public static Inbox start(Path directory, int smtpPort, int pagePort) throws IOException {
        var mailbox = new Mailbox(directory, Clock.systemUTC());
        var smtp = new GreenMail(new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        var users = smtp.getUserManager();
        users.setMessageDeliveryHandler((message, address) -> deliver(mailbox, users, message, address));
        smtp.start();
        try {
            return new Inbox(mailbox, smtp, InboxServer.start(mailbox, pagePort));
        } catch (IOException | RuntimeException e) {
            smtp.stop();
            throw e;
        }
    }

    /** All mails, newest first. */
    public List<ReceivedMail> mails() {
        return mailbox.newestFirst();
    }

    /** The mails to one address, newest first. */
    public List<ReceivedMail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.isTo(address)).toList();
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    public int pagePort() {
        return pages.port();
    }

    @Override
    public void close() {
        pages.close();
        smtp.stop();
    }

    private static GreenMailUser deliver(Mailbox mailbox, UserManager users, MovingMessage message, MailAddress address)
            throws MessagingException, UserException {
        try {
            mailbox.keep(address.getEmail(), message.getMessage());
        } catch (IOException e) {
            throw new MessagingException("cannot keep the mail", e);
        }
        // GreenMail puts a copy into an account of its own, which nobody reads.
        var known = users.getUserByEmail(address.getEmail());
        return known == null ? users.createUser(address.getEmail(), address.getEmail(), "") : known;
    }
}
