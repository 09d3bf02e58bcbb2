package dev.portolan.e2e;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path of a company without end customers: No in the first step, straight on to its own data. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Running.SYSTEM, mode = ResourceAccessMode.READ)
class DirectWalkTest {

    @ParameterizedTest
    @CsvSource({"en,Cobalt Aerospace Ltd", "de,Grünwald Kliniken gGmbH"})
    void aDirectCustomerComesOver(String language, String company) {
        var words = new Words(language);
        var system = Running.system();
        var user = Journey.managerOf(system, company);
        try (var manager =
                new Person(Running.browser(), new Person.Look(language, 1280, false), Running.screenshots())) {
            var journey = new Journey(system, words, manager, user);
            journey.signInAtTheCloudAndFollowTheBanner();
            manager.choose(words.no());
            manager.press(words.next());
            journey.welcomeAndSetUp();
            manager.tick(words.hierarchyWillChange());
            manager.press(words.next());
            journey.verifyAccess();
            journey.api();
            journey.transfersItsOwnData(words.lastMonths(12));
            Evidence.reportsMoved(system, company, 12);
            Evidence.licencesMoved(system, company);
            manager.foundNoFault();
        }
    }
}
