package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.PortalUnreachable;
import dev.portolan.migration.AgainLater;
import dev.portolan.migration.Backoff;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.eligibility.Finding;
import dev.portolan.upgrade.eligibility.Validation;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks a company once more when its transfer begins: what the order could not ask, or what has changed since. */
@Component
class Checking {
    private final Validation validation;

    Checking(Validation validation) {
        this.validation = validation;
    }

    /** @throws Refused {@code not_eligible} with the codes of what stands in the way */
    void check(Run run) {
        List<Finding> blockers;
        try {
            blockers = validation.again(run.runner(), run.subject());
        } catch (PortalUnreachable unreachable) {
            throw new AgainLater("portal_unreachable", Backoff.UNREACHABLE, unreachable);
        }
        if (!blockers.isEmpty())
            throw new Refused(
                    "not_eligible",
                    blockers.stream().map(finding -> finding.check().name()).collect(Collectors.joining(", ")));
    }
}
