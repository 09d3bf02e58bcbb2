package dev.portolan.upgrade.eligibility;

import dev.portolan.platform.CompanyId;
import java.util.Optional;

/** Collects facts of a company below a partner. */
public interface CompanyFacts {

    /**
     * The facts of the subject, read bound to it, after the partner's right to it was found in the partner's own rows.
     *
     * @return empty where the subject does not stand directly below the partner
     */
    Optional<Facts> of(CompanyId partner, CompanyId subject);
}
