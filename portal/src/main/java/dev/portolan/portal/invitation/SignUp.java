package dev.portolan.portal.invitation;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What the holder of a link can do with it: sign up, or ask for a fresh one, which goes to the same address. */
@Component
class SignUp {
    // A link that has gone astray must not become a way to flood its owner's mailbox.
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final Tenancy tenancy;
    private final InvitationStore store;
    private final Invitations invitations;
    private final PasswordEncoder encoder;
    private final Clock clock;

    SignUp(Tenancy tenancy, InvitationStore store, Invitations invitations, PasswordEncoder encoder, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.invitations = invitations;
        this.encoder = encoder;
        this.clock = clock;
    }

    Optional<Invitation> find(CompanyId tenant, Token token) {
        return tenancy.within(tenant, () -> store.find(tenant.value(), token));
    }

    Invitation.State state(Invitation invitation) {
        return invitation.state(clock.instant());
    }

    /** Sets the password, once; false where the link has stopped working meanwhile. */
    boolean complete(CompanyId tenant, Invitation invitation, String password) {
        var hash = encoder.encode(password);
        if (hash == null) throw new IllegalStateException("the encoder answers a hash for every password");
        return tenancy.within(tenant, () -> {
            var now = clock.instant();
            if (!store.use(tenant.value(), invitation, now)) return false;
            store.setPassword(tenant.value(), invitation.userId(), hash, now);
            return true;
        });
    }

    /** Mails a new link unless one was sent just now; does nothing for a link that cannot be renewed. */
    void renew(CompanyId tenant, Invitation invitation) {
        var renewable = switch (state(invitation)) {
            case EXPIRED, SUPERSEDED -> true;
            case OPEN, USED, BARRED -> false;
        };
        if (!renewable) return;
        tenancy.run(tenant, () -> {
            var latest = store.latest(tenant.value(), invitation.userId());
            if (latest.plus(PAUSE).isBefore(clock.instant())) invitations.invite(tenant, invitation.userId());
        });
    }
}
