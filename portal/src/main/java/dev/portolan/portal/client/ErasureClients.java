package dev.portolan.portal.client;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.audit.Audit;
import dev.portolan.portal.audit.AuditAct;
import dev.portolan.portal.token.TenantToken;
import dev.portolan.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The clients of a tenant: how they enrol, who a token is, which there are. */
@Component
public class ErasureClients {
    private final Tenancy tenancy;
    private final ClientStore store;
    private final Audit audit;
    private final Clock clock;

    ErasureClients(Tenancy tenancy, ClientStore store, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every client of the tenant, the one seen last first. */
    public List<ErasureClient> list(CompanyId tenant) {
        return tenancy.within(tenant, () -> store.clients(tenant.value()));
    }

    /**
     * Uses up the code and gives the client a new token; an earlier token of the same client stops working.
     *
     * @throws Refusal {@code unauthorized} for a code that is unknown, used, expired, or another user's
     */
    TenantToken enrol(String email, EnrolmentCode code, ClientProgram program) {
        var tenant = store.tenantOf(email.strip().toLowerCase(Locale.ROOT)).orElseThrow(ErasureClients::unauthorized);
        return tenancy.within(tenant, () -> {
            var now = clock.instant();
            var user = store.useCode(tenant.value(), email.strip().toLowerCase(Locale.ROOT), code.hash(), now)
                    .orElseThrow(ErasureClients::unauthorized);
            var token = TenantToken.random(tenant);
            store.keep(tenant.value(), program, user, token.hash(), now);
            audit.note(tenant, user, AuditAct.CLIENT_ENROLLED, program.knownId());
            return token;
        });
    }

    /** The client whose token this is, unless its user or tenant is barred. */
    Optional<EnrolledClient> find(TenantToken token) {
        return tenancy.within(token.tenant(), () -> store.find(token.tenant(), token.hash()));
    }

    /** Notes that the client was here, in the transaction of what it did. */
    void seen(EnrolledClient client, ClientProgram program) {
        store.seen(client, program.knownName(), program.knownVersion(), clock.instant());
    }

    void seen(EnrolledClient client, Instant at) {
        store.seen(client, at);
    }

    static Refusal unauthorized() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "unauthorized");
    }
}
