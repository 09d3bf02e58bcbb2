package dev.portolan.cloud;

import dev.portolan.cloud.testing.KnownRequest;
import java.util.List;
import java.util.Map;

/**
 * Every endpoint of the wizard with a request that its owner, a manager of an entitled partner, may make. The wizard
 * always speaks of the reader's own company, so a stranger gets a wizard of their own. Where the Portal or a later step
 * is needed, {@code beyondThisWalk()} asks only that the stranger learns nothing; the browser walks prove the rest.
 */
final class EndpointWalkUpgradeRequests {
    private EndpointWalkUpgradeRequests() {}

    static List<KnownRequest> all() {
        return List.of(
                KnownRequest.list("/upgrade"),
                KnownRequest.page("/upgrade/{step}", scene -> "/upgrade/check").own(),
                KnownRequest.form(
                                "/upgrade/{step}",
                                scene -> "/upgrade/check",
                                scene -> Map.of("act", "save", "version", "0", "answer", "yes"))
                        .own(),
                KnownRequest.list("/upgrade/verify-access/people").beyondThisWalk(),
                wizard("/upgrade/verify-access/settings"),
                wizard("/upgrade/verify-access/retry"),
                wizard("/upgrade/verify-access/invitations"));
    }

    /** A button of the wizard that says nothing but that it was pressed. */
    private static KnownRequest wizard(String path) {
        return KnownRequest.form(path, scene -> path, scene -> Map.of()).own().beyondThisWalk();
    }
}
