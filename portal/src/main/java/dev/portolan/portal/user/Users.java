package dev.portolan.portal.user;

import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.audit.Audit;
import dev.portolan.portal.audit.AuditAct;
import dev.portolan.portal.invitation.Invitations;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.time.Clock;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** What a manager does with the users of their tenant. */
@Component
class Users {
    private final Tenancy tenancy;
    private final UserStore store;
    private final Invitations invitations;
    private final Audit audit;
    private final Clock clock;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Users(
            Tenancy tenancy,
            UserStore store,
            Invitations invitations,
            Audit audit,
            Clock clock,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.tenancy = tenancy;
        this.store = store;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
        this.sessions = sessions;
    }

    /** Adds and invites a person; false where the address belongs to somebody already. */
    boolean add(SignedIn manager, NewUser wanted) {
        return tenancy.within(manager.company(), () -> {
            var user = Ids.next();
            if (!store.claim(manager.company(), user, wanted.email())) return false;
            store.insert(manager.company(), user, wanted.email(), wanted.name(), wanted.role(), clock.instant());
            invitations.invite(manager.company(), user);
            audit.note(manager.company(), manager.userId(), AuditAct.USER_ADDED, user);
            return true;
        });
    }

    /** @throws Refusal {@code not_found}, or {@code already_signed_up} */
    void inviteAgain(SignedIn manager, UUID user) {
        tenancy.run(manager.company(), () -> {
            invitations.invite(manager.company(), user);
            audit.note(manager.company(), manager.userId(), AuditAct.USER_INVITED, user);
        });
    }

    /** Bars a user and ends their sessions, or lets them in again. */
    void disable(SignedIn manager, UUID user, boolean disabled) {
        if (user.equals(manager.userId())) throw Refusal.forbidden();
        var email = tenancy.within(manager.company(), () -> {
            if (!store.exists(manager.company(), user)) throw Refusal.notFound();
            var changed = store.disable(manager.company(), user, disabled);
            var act = disabled ? AuditAct.USER_DISABLED : AuditAct.USER_ENABLED;
            if (changed.isPresent()) audit.note(manager.company(), manager.userId(), act, user);
            return changed;
        });
        if (disabled) email.ifPresent(this::endSessions);
    }

    private void endSessions(String email) {
        sessions.findByPrincipalName(email).keySet().forEach(sessions::deleteById);
    }

    /** A person to add: an address in lower case, a name, a role of the tenant. */
    record NewUser(String email, String name, UUID role) {}
}
