package dev.portolan.portal.user;

import dev.portolan.platform.Tenancy;
import dev.portolan.portal.audit.Audit;
import dev.portolan.portal.audit.AuditAct;
import dev.portolan.web.SignedIn;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What people change about themselves. */
@Component
public class OwnAccount {
    private final Tenancy tenancy;
    private final UserStore store;
    private final PasswordEncoder encoder;
    private final Audit audit;

    OwnAccount(Tenancy tenancy, UserStore store, PasswordEncoder encoder, Audit audit) {
        this.tenancy = tenancy;
        this.store = store;
        this.encoder = encoder;
        this.audit = audit;
    }

    /** Changes the person's name; the audit log notes that, not the name. */
    public void rename(SignedIn person, String name) {
        tenancy.run(person.company(), () -> {
            store.rename(person.company(), person.userId(), name);
            audit.note(person.company(), person.userId(), AuditAct.NAME_CHANGED, person.userId());
        });
    }

    /** Changes the password; false where the current one is wrong. */
    public boolean changePassword(SignedIn person, String current, String wanted) {
        var hash = tenancy.within(person.company(), () -> store.passwordHash(person.company(), person.userId()));
        if (hash.isEmpty() || !encoder.matches(current, hash.get())) return false;
        var fresh = Objects.requireNonNull(encoder.encode(wanted), "an encoder answers a hash");
        tenancy.run(person.company(), () -> {
            store.setPassword(person.company(), person.userId(), fresh);
            audit.note(person.company(), person.userId(), AuditAct.PASSWORD_CHANGED, person.userId());
        });
        return true;
    }
}
