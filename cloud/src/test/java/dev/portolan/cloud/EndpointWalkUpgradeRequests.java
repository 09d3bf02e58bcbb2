package dev.portolan.cloud;

import dev.portolan.cloud.testing.KnownRequest;
import dev.portolan.cloud.testing.Scene;
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
                                scene -> Map.of("act", "save", "version", "0", "partner", "yes"))
                        .own(),
                KnownRequest.list("/upgrade/verify-access/people").beyondThisWalk(),
                wizard("/upgrade/verify-access/settings"),
                wizard("/upgrade/verify-access/retry"),
                wizard("/upgrade/verify-access/invitations"),
                KnownRequest.list("/upgrade/manage-customers"),
                KnownRequest.list("/upgrade/summary"),
                KnownRequest.page("/upgrade/summary/download", scene -> "/upgrade/summary/download")
                        .beyondThisWalk(),
                wizard("/upgrade/summary/retry"),
                selected("/upgrade/customers/changes", "seen", ":0"),
                selected("/upgrade/customers/confirmation", "customers", ""),
                selected("/upgrade/customers/validations", "customers", ""),
                selected("/upgrade/invitations", "customers", ""),
                selected("/upgrade/transfers", "customers", ""),
                KnownRequest.page("/upgrade/customers/{customer}", scene -> customer(scene, ""))
                        .beyondThisWalk(),
                one("/validations"),
                one("/retry"),
                one("/cancellation"),
                one("/invitations"));
    }

    /** An act on a selection that holds the owner's customer; a stranger's selection of it is empty. */
    private static KnownRequest selected(String path, String field, String behind) {
        return KnownRequest.form(
                        path,
                        scene -> path,
                        scene -> Map.of(field, scene.customer().id() + behind, "act", "TRANSFER"))
                .own()
                .beyondThisWalk();
    }

    /** An act on the owner's customer. */
    private static KnownRequest one(String act) {
        return KnownRequest.form(
                        "/upgrade/customers/{customer}" + act, scene -> customer(scene, act), scene -> Map.of())
                .beyondThisWalk();
    }

    private static String customer(Scene scene, String act) {
        return "/upgrade/customers/" + scene.customer().id() + act;
    }

    /** A button of the wizard that says nothing but that it was pressed. */
    private static KnownRequest wizard(String path) {
        return KnownRequest.form(path, scene -> path, scene -> Map.of()).own().beyondThisWalk();
    }
}
