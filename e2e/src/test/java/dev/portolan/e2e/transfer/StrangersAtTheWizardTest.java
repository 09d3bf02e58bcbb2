package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.e2e.transfer.WizardAct.Strangers;
import dev.portolan.web.testing.HttpBrowser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The part of the Cloud's walk over its endpoints that needs the Portal: the owner's request does what it should, then
 * two managers of other entitled companies send the identical one, with a session and a CSRF token that are valid: one who
 * is as far in the wizard, and one who has not begun. Neither reads anything of the owner's or changes a row of it.
 */
@ExtendWith(Pair.Shared.class)
class StrangersAtTheWizardTest {
    /** What the Cloud's own walk leaves to this one. */
    private static final Path ENDPOINTS = Path.of("..", "cloud", "src/test/resources/walked-in-e2e.txt");

    private static WizardOwner owner;
    private static WizardOwner peer;
    private static HttpBrowser newcomer;

    @BeforeAll
    static void start(Pair pair) {
        owner = new WizardOwner(pair.apps, pair.cloud, pair.inCloud, pair.inPortal, "quayside");
        peer = new WizardOwner(pair.apps, pair.cloud, pair.inCloud, pair.inPortal, "lockgate");
        var late = new Company(pair.inCloud, "tideway", null);
        WizardOwner.entitle(pair.inCloud, late);
        newcomer = WizardOwner.manager(pair.cloud, late);
    }

    @Test
    void walks_exactly_the_endpoints_that_the_clouds_own_walk_leaves_to_it() throws IOException {
        var walked =
                new WizardActs(owner).all().stream().map(WizardAct::endpoint).collect(Collectors.toSet());
        assertThat(walked).containsExactlyInAnyOrderElementsOf(Files.readAllLines(ENDPOINTS));
    }

    @TestFactory
    Stream<DynamicTest> the_owner_succeeds_and_no_stranger_gets_anything_of_it() {
        return new WizardActs(owner)
                .all().stream().map(act -> DynamicTest.dynamicTest(act.endpoint(), () -> walk(act)));
    }

    private static void walk(WizardAct act) {
        act.arrange().run();
        var granted = act.send(owner.browser());
        assertThat(granted.statusCode()).as("owner: %s", granted.body()).isLessThan(400);
        act.effect().accept(granted);

        act.arrange().run();
        var before = owner.rows();
        requireNothingOfTheOwners(act, act.send(newcomer), act.strangers() == Strangers.LED_BACK);
        requireNothingOfTheOwners(act, act.send(peer.browser()), act.strangers() != Strangers.REFUSED);
        assertThat(owner.rows()).as("the owner's rows").isEqualTo(before);
    }

    private static void requireNothingOfTheOwners(WizardAct act, HttpResponse<String> answer, boolean ownAnswer) {
        if (ownAnswer) assertThat(answer.statusCode()).as(answer.body()).isIn(200, 303);
        else assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404);
        var said = answer.body() + answer.headers().firstValue("location").orElse("");
        assertThat(said)
                .doesNotContain(owner.secrets().stream()
                        .filter(secret -> !act.says(secret))
                        .toList());
    }
}
