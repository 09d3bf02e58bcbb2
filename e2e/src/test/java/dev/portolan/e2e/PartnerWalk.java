package dev.portolan.e2e;

import dev.portolan.demo.DemoSystem;
import org.junit.jupiter.api.Test;

/** All 12 steps of a channel partner, against the running pair of apps with real mail. */
abstract class PartnerWalk {
    private final Words words;
    private final String company;

    PartnerWalk(String language, String company) {
        this.words = new Words(language);
        this.company = company;
    }

    @Test
    void aPartnerAndItsCustomersComeOver() {
        DemoSystem system = Running.system();
        var user = Journey.managerOf(system, company);
        try (var manager =
                new Person(Running.browser(), new Person.Look(words.language(), 1280, false), Running.screenshots())) {
            var journey = new Journey(system, words, manager, user);
            journey.signInAtTheCloudAndFollowTheBanner();
            journey.leavesAndComesBack(words.check());
            manager.choose(words.yes());
            manager.press(words.next());
            journey.welcomeAndSetUp();
            journey.leavesAndComesBack(words.setUp());
            manager.press(words.next());
            journey.verifyAccess();
            journey.api();
            manager.isAt(words.manageCustomers());
        }
    }
}
