package dev.portolan.upgrade.stageone;

import dev.portolan.platform.CompanyId;
import java.util.List;
import java.util.UUID;

/** Where a company's people are read; the Cloud implements it. */
public interface CompanySource {

    /** The company as it is now; expects a transaction bound to it. */
    CompanyRecord read(CompanyId company);

    /** Its users who are disabled now; expects a transaction bound to it. */
    List<UUID> barred(CompanyId company);
}
