package dev.portolan.cloud;

import dev.portolan.cloud.testing.KnownRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The endpoints of the wizard at its first step, with a request that its owner, a manager of an entitled partner, may
 * make. The wizard always speaks of the reader's own company, so a stranger gets a wizard of their own. Where the owner
 * succeeds only with a Portal, the module e2e walks: {@link #walkedInE2e()}.
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
                                scene -> Map.of("act", "save", "version", "0", "partner", "yes"))
                        .own());
    }

    /** The endpoints that e2e walks with both apps; its test fails unless it walks exactly these. */
    static List<String> walkedInE2e() {
        try (var file = EndpointWalkUpgradeRequests.class.getResourceAsStream("/walked-in-e2e.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
