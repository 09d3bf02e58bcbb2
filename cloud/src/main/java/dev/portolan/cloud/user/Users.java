package dev.portolan.cloud.user;

import dev.portolan.cloud.audit.Audit;
import dev.portolan.cloud.audit.AuditAct;
import dev.portolan.cloud.freeze.Freeze;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Changes of users. What a read-only company may still do (disable a user, one's own password) asks no freeze. */
@Component
class Users {
    private final Tenancy tenancy;
    private final Freeze freeze;
    private final Audit audit;
    private final UserStore store;
    private final PasswordEncoder encoder;

    Users(Tenancy tenancy, Freeze freeze, Audit audit, UserStore store, PasswordEncoder encoder) {
        this.tenancy = tenancy;
        this.freeze = freeze;
        this.audit = audit;
        this.store = store;
        this.encoder = encoder;
    }

    /** Gives the user another role. @throws Refusal {@code last_manager} (409) where nobody would manage any more */
    void changeRole(SignedIn by, UUID user, UUID role) {
        tenancy.run(by.company(), () -> {
            freeze.share(by.company());
            var target = store.user(by.company(), user).orElseThrow(Refusal::notFound);
            var wanted = store.roles(by.company()).stream()
                    .filter(each -> each.roleId().equals(role))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            if (wanted.roleId().equals(target.roleId())) return;
            if (!Right.MANAGER.equals(wanted.predefined())) keepAManager(by.company(), user);
            store.change(by.company(), user, UserChange.role(role));
            store.endSessions(target.email(), "");
            audit.note(by.company(), by.userId(), AuditAct.ROLE_CHANGED, user);
        });
    }

    /** Keeps the user from signing in; their sessions end. @throws Refusal {@code last_manager} or {@code own_account} */
    void disable(SignedIn by, UUID user) {
        if (by.userId().equals(user)) throw new Refusal(HttpStatus.CONFLICT, "own_account");
        tenancy.run(by.company(), () -> {
            var target = store.user(by.company(), user).orElseThrow(Refusal::notFound);
            if (target.disabled()) return;
            keepAManager(by.company(), user);
            store.change(by.company(), user, UserChange.disabled(true));
            store.endSessions(target.email(), "");
            audit.note(by.company(), by.userId(), AuditAct.USER_DISABLED, user);
        });
    }

    /** Lets a disabled user sign in again. */
    void enable(SignedIn by, UUID user) {
        tenancy.run(by.company(), () -> {
            freeze.share(by.company());
            var target = store.user(by.company(), user).orElseThrow(Refusal::notFound);
            if (!target.disabled()) return;
            store.change(by.company(), user, UserChange.disabled(false));
            audit.note(by.company(), by.userId(), AuditAct.USER_ENABLED, user);
        });
    }

    private void keepAManager(CompanyId company, UUID leaving) {
        if (store.lockManagers(company).equals(List.of(leaving)))
            throw new Refusal(HttpStatus.CONFLICT, "last_manager");
    }

    /** Changes one's own name. */
    void rename(SignedIn person, String name) {
        tenancy.run(person.company(), () -> {
            freeze.share(person.company());
            store.change(person.company(), person.userId(), UserChange.name(name));
            audit.note(person.company(), person.userId(), AuditAct.NAME_CHANGED, person.userId());
        });
    }

    /**
     * Changes one's own password and ends the person's other sessions.
     *
     * @return false where the current password is another
     */
    boolean changePassword(SignedIn person, String current, String wanted, String session) {
        var company = person.company();
        var hash = tenancy.within(company, () -> store.passwordHash(company, person.userId()));
        if (hash == null || !encoder.matches(current, hash)) return false;
        var newHash = encoder.encode(wanted);
        tenancy.run(company, () -> {
            store.change(company, person.userId(), UserChange.passwordHash(newHash));
            store.endSessions(person.email(), session);
            audit.note(company, person.userId(), AuditAct.PASSWORD_CHANGED, person.userId());
        });
        return true;
    }
}
