package dev.portolan.platform.outbox;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.util.UUID;

/**
 * A mail to one person, as plain text and HTML.
 *
 * @param company whose row it is
 * @param recipient one e-mail address
 * @param about what the mail is about, for whoever asks later what became of it: an invitation's id, a company's id
 */
public record Mail(UUID id, CompanyId company, String recipient, UUID about, String subject, String text, String html) {

    /** A new mail with an id of its own. */
    public static Mail to(CompanyId company, String recipient, UUID about, String subject, String text, String html) {
        return new Mail(Ids.next(), company, recipient, about, subject, text, html);
    }
}
