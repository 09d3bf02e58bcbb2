package dev.portolan.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.licence.Licences;
import dev.portolan.cloud.licence.ReserveCommand;
import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.Companies;
import dev.portolan.cloud.testing.KnownRequest;
import dev.portolan.cloud.testing.Scene;
import dev.portolan.ledger.Quantity;
import dev.portolan.web.Texts;
import dev.portolan.web.testing.UntranslatedText;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** In the pseudo-locale every text of the message files stands in marks, so what has none is hard-coded. */
class PseudoLocaleTest extends CloudTest {
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

    @TestFactory
    Stream<DynamicTest> noPageHoldsATextThatIsNotTranslated() {
        return Stream.concat(EndpointWalkRequests.all().stream(), EndpointWalkUpgradeRequests.all().stream())
                .filter(KnownRequest::isGet)
                .map(request -> DynamicTest.dynamicTest(request.endpoint(), () -> look(request)));
    }

    private void look(KnownRequest request) {
        set();
        var reader = request.owner().apply(scene);
        var visitor = visitor(reader);
        visitor.cookie("portolan_language", "en-XA");
        var answer = request.send().send(scene, visitor, reader);
        if (answer.statusCode() != 200
                || !answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) return;
        assertThat(answer.body()).contains(Texts.OPEN);
        assertThat(UntranslatedText.in(answer.body())).isEmpty();
    }
}
