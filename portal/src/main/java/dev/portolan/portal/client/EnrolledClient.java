package dev.portolan.portal.client;

import dev.portolan.platform.CompanyId;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** The principal of a request with a valid token. */
record EnrolledClient(CompanyId tenant, UUID clientId, UUID userId) implements Principal, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return clientId.toString();
    }
}
