package dev.portolan.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.portolan.portal.testing.Person;
import dev.portolan.portal.testing.PortalTest;
import dev.portolan.portal.testing.Program;
import dev.portolan.portal.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest extends PortalTest {
    private static final String NEW = "four wooden sextants";

    Person person;

    @BeforeEach
    void somebody() {
        person = world.manager(world.customer("Setters"));
    }

    @Test
    void theSettingsFileEnrolsOneClientAndHoldsNoPassword() {
        var file = browser().signIn(person).post("/settings/clients/settings-file", Map.of());
        assertThat(file.header("Content-Disposition")).contains("attachment");
        assertThat(JsonPath.<Map<String, String>>read(file.body(), "$"))
                .containsOnlyKeys("environment", "endpoint", "user", "enrolmentCode")
                .containsEntry("environment", "portal")
                .containsEntry("endpoint", "http://portal.example/v1/client")
                .containsEntry("user", person.email());
        var enrolment = """
                {"user":"%s","code":"%s","client":{"id":"%s","name":"simulator","version":"1.0"}}
                """.formatted(person.email(), JsonPath.read(file.body(), "$.enrolmentCode"), UUID.randomUUID());
        var program = new Program(port, Map.of());
        assertThat(program.json("POST", "/v1/client/enrolments", enrolment).status())
                .isEqualTo(201);
        assertThat(program.json("POST", "/v1/client/enrolments", enrolment).status())
                .isEqualTo(401);
    }

    @Test
    void theNameChangesOnEveryPageAtOnce() {
        var browser = browser().signIn(person);
        browser.post("/settings/name", Map.of("name", "Änne Neu"));
        assertThat(browser.get("/").page().select("header").text()).contains("Änne Neu");
    }

    @Test
    void thePasswordChangesOnlyWithTheCurrentOne() {
        var browser = browser().signIn(person);
        var wrong = browser.post("/settings/password", Map.of("current", "not it", "password", NEW, "repeated", NEW));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#current-fault").text()).isNotBlank();
        var right =
                browser.post("/settings/password", Map.of("current", World.PASSWORD, "password", NEW, "repeated", NEW));
        assertThat(right.status()).isEqualTo(302);
        var again = browser();
        again.get("/sign-in");
        assertThat(again.post("/sign-in", Map.of("email", person.email(), "password", NEW))
                        .header("Location"))
                .doesNotContain("refused");
    }
}
