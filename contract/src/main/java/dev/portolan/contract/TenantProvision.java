package dev.portolan.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant to create.
 *
 * @param parent the partner's tenant, null for a company that stands below the vendor
 * @param kind PARTNER or CUSTOMER
 * @param language "en" or "de"
 * @param zone a time zone's id
 * @param trials small pools to try erasures with before stage two
 */
public record TenantProvision(
        UUID tenant,
        @Nullable UUID parent,
        String kind,
        String name,
        String language,
        String zone,
        List<Trial> trials) {
    public TenantProvision {
        trials = List.copyOf(trials);
    }

    /** Units of one product to try. */
    public record Trial(String product, BigDecimal quantity) {}
}
