package dev.portolan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.demo.DemoSystem;
import dev.portolan.demo.DemoUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The operator entitles a company; in the middle of its transfer the Portal is killed, then the Cloud; both are started
 * again, and the transfer ends by itself.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Running.SYSTEM)
class KilledInMidTransferTest {
    private static final String COMPANY = "Saffron Print Works Ltd";

    private final Words words = new Words("en");
    private final DemoSystem system = Running.system();

    @Test
    void aTransferSurvivesTheDeathOfBothApps() {
        operatorEntitlesTheCompany();
        var user = Journey.managerOf(system, COMPANY);
        try (var manager = new Person(Running.browser(), new Person.Look("en", 1280, false), Running.screenshots())) {
            var journey = new Journey(system, words, manager, user);
            journey.awaitMail(user.email(), "/upgrade");
            journey.signInAtTheCloudAndFollowTheBanner();
            manager.choose(words.no());
            manager.press(words.next());
            journey.welcomeAndSetUp();
            manager.tick(words.hierarchyWillChange());
            manager.press(words.next());
            journey.verifyAccess();
            journey.api();
            manager.isAt(words.transferData());
            manager.choose(words.lastMonths(12));
            manager.tick(words.understand());
            killBothInTheMiddle(manager);
            manager.open(system.cloud() + "/upgrade");
            manager.isAt(words.summary());
            manager.sees(words.hasMoved());
            Evidence.reportsMoved(system, COMPANY, 12);
            Evidence.licencesMoved(system, COMPANY);
        }
    }

    private void killBothInTheMiddle(Person manager) {
        system.killPortal();
        manager.press(words.transferData());
        manager.isAt(words.summary());
        Journey.await("the transfer in progress", () -> state().equals("STAGE_TWO_IN_PROGRESS") ? "" : null);
        system.killCloud();
        assertThat(state()).as("killed before the end").isEqualTo("STAGE_TWO_IN_PROGRESS");
        system.startPortal();
        system.startCloud();
    }

    private String state() {
        return Evidence.texts(
                        system.cloudDatabase(),
                        "select state from migration_status join company on company.company_id = subject_id where name = ?",
                        COMPANY)
                .getFirst();
    }

    private void operatorEntitlesTheCompany() {
        DemoUser operator = system.users().stream()
                .filter(one ->
                        one.kind().equals("operator") && one.environment().equals("cloud"))
                .findFirst()
                .orElseThrow();
        try (var person = new Person(Running.browser(), new Person.Look("en", 1280, false), Running.screenshots())) {
            person.open(system.cloud() + "/sign-in");
            person.signIn(operator.email(), operator.password());
            person.isAt("Dashboard");
            person.follow("Entitlements");
            person.isAt("Entitlements");
            person.tick("Choose " + COMPANY);
            person.press("Entitle the chosen companies");
            person.sees("One company is entitled now");
            person.foundNoFault();
        }
    }
}
