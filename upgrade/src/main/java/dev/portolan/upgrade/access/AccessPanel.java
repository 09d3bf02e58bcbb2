package dev.portolan.upgrade.access;

import dev.portolan.contract.ClientSettings;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.status.Standing;
import dev.portolan.upgrade.status.Standings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What step 4 shows. */
@Component
public class AccessPanel {
    private final PortalLink portal;
    private final Standings standings;

    AccessPanel(PortalLink portal, Standings standings) {
        this.portal = portal;
        this.standings = standings;
    }

    public AccessView of(CompanyId company) {
        @Nullable Standing standing = standings.of(company, company).orElse(null);
        return portal.access(company)
                .map(access -> new AccessView(standing, true, access.people()))
                .orElseGet(() -> new AccessView(standing, false, List.of()));
    }

    /** How erasure clients reach the Portal; null until the tenant stands there, or where the Portal does not answer. */
    public @Nullable ClientSettings settings(CompanyId company, UUID user) {
        boolean stands = standings
                .of(company, company)
                .filter(standing -> switch (standing.state()) {
                    case VALIDATING, NOT_ELIGIBLE, STAGE_ONE_PENDING, STAGE_ONE_IN_PROGRESS, STAGE_ONE_FAILED -> false;
                    case STAGE_ONE_COMPLETED,
                            STAGE_TWO_PENDING,
                            STAGE_TWO_IN_PROGRESS,
                            STAGE_TWO_FAILED,
                            PROOF_FAILED,
                            UNDO_IN_PROGRESS,
                            MIGRATION_COMPLETED -> true;
                })
                .isPresent();
        return stands ? portal.settings(company, user).orElse(null) : null;
    }
}
