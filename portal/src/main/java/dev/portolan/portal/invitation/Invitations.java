package dev.portolan.portal.invitation;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.platform.outbox.Outbox;
import dev.portolan.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Invites people and says how far they have come. */
@Component
public class Invitations {
    /** How long a link works. */
    public static final Duration VALID = Duration.ofDays(14);

    private final Tenancy tenancy;
    private final InvitationStore store;
    private final InvitationMail mail;
    private final Outbox outbox;
    private final Clock clock;

    Invitations(Tenancy tenancy, InvitationStore store, InvitationMail mail, Outbox outbox, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.mail = mail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Mails the user a link that lets them choose a password; an earlier link of theirs stops working. Joins the
     * caller's transaction, so that the user, the invitation and the mail commit together.
     *
     * @throws Refusal {@code not_found} for a user that does not exist or is disabled, {@code already_signed_up} for one
     *     that needs no invitation
     */
    public Invited invite(CompanyId tenant, UUID user) {
        return tenancy.within(tenant, () -> {
            var to = store.lockAddressee(tenant.value(), user).orElseThrow(Refusal::notFound);
            if (to.signedUp()) throw new Refusal(HttpStatus.CONFLICT, "already_signed_up");
            var now = clock.instant();
            var token = Token.random();
            var invitation = Ids.next();
            var letter = mail.write(tenant, invitation, to, token, VALID);
            var invited = new Invited(invitation, letter.id());
            store.supersedeEarlier(tenant.value(), user, now);
            store.insert(tenant.value(), user, invited, token, now, now.plus(VALID));
            outbox.send(letter);
            return invited;
        });
    }

    /** Every user of the tenant who is not disabled, by name, with the latest invitation and what became of it. */
    public List<Invitee> state(CompanyId tenant) {
        return tenancy.within(tenant, () -> store.invitees(tenant.value()));
    }
}
