package dev.portolan.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.licence.Licences;
import dev.portolan.cloud.licence.ReserveCommand;
import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.Companies;
import dev.portolan.cloud.testing.KnownRequest;
import dev.portolan.cloud.testing.Scene;
import dev.portolan.ledger.Quantity;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every endpoint: its owner succeeds, then a stranger with the same role at another company sends the identical
 * request, with a valid CSRF token and the owner's ids, and gets nothing of the owner's.
 */
class EndpointWalkTest extends CloudTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Licences licences;

    private Scene scene;

    @BeforeEach
    void set() {
        scene = Scene.set(
                companies,
                user -> licences.reserve(
                                user.company(),
                                new ReserveCommand(
                                        Companies.PC, Quantity.ONE, UUID.randomUUID(), UUID.randomUUID(), user.id()))
                        .id());
    }

    @Test
    void everyEndpointIsKnownToTheWalk() {
        var known = new TreeSet<>(EndpointWalkRequests.NOBODYS);
        requests().forEach(request -> known.add(request.endpoint()));
        var elsewhere = EndpointWalkUpgradeRequests.walkedInE2e();
        assertThat(known).as("walked here and in e2e").doesNotContainAnyElementsOf(elsewhere);
        known.addAll(elsewhere);
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(info -> mapped.addAll(endpoints(info)));
        assertThat(mapped)
                .as(
                        "register new endpoints in EndpointWalkRequests, EndpointWalkUpgradeRequests or, if the owner's success"
                                + " needs the Portal, in walked-in-e2e.txt and e2e's WizardActs")
                .isEqualTo(known);
    }

    @TestFactory
    Stream<DynamicTest> aStrangerGetsNothingOfTheOwners() {
        return requests().map(request -> DynamicTest.dynamicTest(request.endpoint(), () -> walk(request)));
    }

    private void walk(KnownRequest request) {
        set();
        var owner = request.owner().apply(scene);
        var granted = request.send().send(scene, visitor(owner), owner);
        assertThat(granted.statusCode()).as("owner: %s", granted.body()).isLessThan(400);
        var stranger = request.stranger().apply(scene);
        var answer = request.send().send(scene, visitor(stranger), stranger);
        if (request.outcome() == KnownRequest.Outcome.REFUSED)
            assertThat(answer.statusCode()).as("%s", answer.body()).isIn(403, 404);
        assertThat(answer.statusCode()).as("%s", answer.body()).isLessThan(500);
        assertNothingLeaks(answer);
    }

    private void assertNothingLeaks(HttpResponse<String> answer) {
        // Problem details repeat the address that the stranger sent.
        var said = answer.body().replace(answer.uri().getPath(), "");
        for (var secret : scene.secrets()) assertThat(said).doesNotContain(secret);
    }

    private static Stream<KnownRequest> requests() {
        return Stream.concat(EndpointWalkRequests.all().stream(), EndpointWalkUpgradeRequests.all().stream());
    }

    private static List<String> endpoints(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("* " + pattern)
                        : methods.stream().map(method -> method + " " + pattern))
                .toList();
    }
}
