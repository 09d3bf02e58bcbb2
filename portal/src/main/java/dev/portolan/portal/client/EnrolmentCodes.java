package dev.portolan.portal.client;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.audit.Audit;
import dev.portolan.portal.audit.AuditAct;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the codes with which a user's erasure clients enrol. */
@Component
public class EnrolmentCodes {
    /** How long a code works. */
    public static final Duration VALID = Duration.ofDays(30);

    private final Tenancy tenancy;
    private final ClientStore store;
    private final Audit audit;
    private final Clock clock;

    EnrolmentCodes(Tenancy tenancy, ClientStore store, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new code for the user; it works once, and only its hash is kept. Joins the caller's transaction. */
    public String make(CompanyId tenant, UUID user) {
        return tenancy.within(tenant, () -> {
            var code = EnrolmentCode.random();
            var id = Ids.next();
            var now = clock.instant();
            store.insertCode(tenant.value(), id, user, code.hash(), now, now.plus(VALID));
            audit.note(tenant, user, AuditAct.ENROLMENT_CODE_MADE, id);
            return code.text();
        });
    }
}
