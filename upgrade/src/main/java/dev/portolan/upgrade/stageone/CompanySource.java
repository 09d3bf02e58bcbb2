package dev.portolan.upgrade.stageone;

import dev.portolan.platform.CompanyId;

/** Where a company's people are read; the Cloud implements it. */
public interface CompanySource {

    /** The company as it is now; expects a transaction bound to it. */
    CompanyRecord read(CompanyId company);
}
