package dev.portolan.demo.inbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/**
 * A mail as it arrived for one recipient.
 *
 * @param id counts up from 1
 * @param to the recipient's address, as said to the mail server
 * @param from the sender, as the mail names it
 * @param text the plain text, empty if the mail has none
 * @param html the HTML, empty if the mail has none
 * @param links the addresses (http, https) in it, each once, in their order
 */
public record ReceivedMail(
        long id,
        String to,
        String from,
        String subject,
        String text,
        @JsonIgnore String html,
        List<String> links,
        Instant receivedAt) {

    public ReceivedMail {
        links = List.copyOf(links);
    }

    /** Whether it went to this address, upper and lower case alike. */
    public boolean isTo(String address) {
        return to.equalsIgnoreCase(address);
    }
}
