package dev.portolan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who can get into a tenant. Empty, with {@code exists} false, where there is no such tenant. */
public record TenantAccess(UUID tenant, boolean exists, List<Person> people) {
    public TenantAccess {
        people = List.copyOf(people);
    }

    /**
     * One user.
     *
     * @param role the predefined role's name, or the custom role's own
     * @param mail what became of the last invitation's mail
     * @param refusal the mail server's reason where it refused
     */
    public record Person(
            UUID user,
            String email,
            String name,
            String role,
            MailFate mail,
            @Nullable String refusal,
            @Nullable Instant invitedAt,
            @Nullable Instant signedUpAt,
            @Nullable Instant firstSignedInAt) {}

    /** What became of a mail. */
    public enum MailFate {
        NONE,
        QUEUED,
        HANDED_OVER,
        REFUSED
    }
}
