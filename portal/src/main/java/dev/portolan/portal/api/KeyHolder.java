package dev.portolan.portal.api;

import dev.portolan.platform.CompanyId;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * The principal of a request with a valid key.
 *
 * @param company the tenant's name
 * @param zone the tenant's time zone
 */
record KeyHolder(CompanyId tenant, UUID keyId, String company, String zone) implements Principal, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return keyId.toString();
    }
}
