package dev.portolan.upgrade.company;

import dev.portolan.platform.CompanyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the wizard shows of companies and people. */
public interface Companies {

    /** Whether the user may walk the wizard; read fresh. */
    Admission admission(CompanyId company, UUID user);

    /** How many companies stand directly below this one. */
    int managedCount(CompanyId partner);

    /** The companies directly below this one. */
    List<Managed> managed(CompanyId partner);

    /** How many users each option of stage one is about. */
    UserNumbers users(CompanyId company);

    /** What becomes of each custom role that somebody has. */
    List<RoleDifference> roleDifferences(CompanyId company);

    /** Calls of the legacy API since then, by endpoint and user, newest first. */
    List<ApiUse> apiUse(CompanyId company, Instant since);

    /** Names of the company's users; unknown ids are absent. */
    Map<UUID, String> names(CompanyId company, Collection<UUID> users);

    /** The company's reports: those received since then, and those before. */
    ReportNumbers reports(CompanyId company, Instant since);

    /** Units left, by product. */
    List<Licence> licences(CompanyId company);

    /** What is left of one product, over all pools. */
    record Licence(String product, BigDecimal remaining) {}

    /** A company below a partner; {@code partner} tells a sub-partner from an end customer. */
    record Managed(CompanyId id, String name, boolean partner) {}

    /**
     * Users that are not disabled.
     *
     * @param standard in the main group, with a predefined role
     * @param subGroups in a sub-group, with a predefined role
     * @param customRoles with a custom role
     * @param groups sub-groups
     */
    record UserNumbers(int standard, int subGroups, int customRoles, int groups) {}

    /** One endpoint, one user. */
    record ApiUse(String endpoint, String user, String email, Instant last, long calls) {}

    /** Sizes are those of the documents as received, in bytes. */
    record ReportNumbers(long within, long bytesWithin, long before) {}
}
