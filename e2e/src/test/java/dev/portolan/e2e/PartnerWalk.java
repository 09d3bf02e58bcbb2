package dev.portolan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.demo.DemoSystem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** All 12 steps of a channel partner, against the running pair of apps with real mail. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Running.SYSTEM, mode = ResourceAccessMode.READ)
abstract class PartnerWalk {
    private final Words words;
    private final String company;
    private final List<String> customers;
    private final String ineligible;
    private Technician atTheCloud;
    private Technician atThePortal;

    /**
     * @param customers two that are eligible; the first one's manager signs up at the Portal
     * @param ineligible one that is not
     */
    PartnerWalk(String language, String company, List<String> customers, String ineligible) {
        this.words = new Words(language);
        this.company = company;
        this.customers = customers;
        this.ineligible = ineligible;
    }

    @Test
    void aPartnerAndItsCustomersComeOver() {
        DemoSystem system = Running.system();
        var user = Journey.managerOf(system, company);
        try (var manager =
                new Person(Running.browser(), new Person.Look(words.language(), 1280, false), Running.screenshots())) {
            var journey = new Journey(system, words, manager, user);
            journey.awaitMail(user.email(), "/upgrade"); // the mail of the entitlement
            journey.signInAtTheCloudAndFollowTheBanner();
            journey.leavesAndComesBack(words.check());
            manager.choose(words.yes());
            manager.press(words.next());
            journey.welcomeAndSetUp();
            journey.leavesAndComesBack(words.setUp());
            manager.press(words.next());
            journey.verifyAccess();
            journey.api();
            stageOne(journey, manager, system);
            stageTwo(journey, manager, system);
            ownTransfer(journey, manager, system);
            theCloudIsReadOnlyAndThePortalShowsTheTenants(manager, system, user.email());
            manager.foundNoFault();
        }
    }

    private void stageOne(Journey journey, Person manager, DemoSystem system) {
        var first = customers.getFirst();
        manager.isAt(words.manageCustomers());
        for (var customer : customers) manager.rowComesTo(customer, words.stageOnePending());
        manager.rowComesTo(ineligible, words.notEligible());
        manager.screenshot("manage-customers-" + words.language());
        journey.leavesAndComesBack(words.manageCustomers());
        journey.invites(customers.toArray(String[]::new));
        var customer = Journey.managerOf(system, first);
        journey.signsUpAtThePortal(customer.email(), words);
        atTheCloud = Technician.atTheCloud(system.cloud().toString(), customer.email(), customer.password());
        atTheCloud.simulates(1, 0);
        atThePortal = journey.settingsOfAClient(customer.email());
        atThePortal.simulates(2, 0); // with the trial licences
    }

    private void stageTwo(Journey journey, Person manager, DemoSystem system) {
        journey.transfers(false, customers.getFirst());
        journey.transfers(true, customers.getLast());
        manager.screenshot("customers-transferred-" + words.language());
        atTheCloud.simulates(1, Technician.REFUSED); // read-only now
        atThePortal.simulates(3, 0);
        for (var customer : customers) {
            Evidence.reportsMoved(system, customer, 12);
            Evidence.licencesMoved(system, customer);
        }
    }

    private void ownTransfer(Journey journey, Person manager, DemoSystem system) {
        manager.press(words.next());
        manager.isAt(words.initiate());
        manager.sees(ineligible); // not started, and cannot be started afterwards
        journey.leavesAndComesBack(words.initiate());
        manager.press(words.next());
        journey.transfersItsOwnData(words.lastMonths(6));
        manager.screenshot("summary-" + words.language());
        Evidence.reportsMoved(system, company, 6);
        Evidence.licencesMoved(system, company);
        var download = manager.page().waitForDownload(() -> manager.follow(words.downloadCsv()));
        assertThat(download.path()).content().contains(customers.getFirst(), company);
    }

    private void theCloudIsReadOnlyAndThePortalShowsTheTenants(Person manager, DemoSystem system, String email) {
        manager.open(system.cloud() + "/licences");
        manager.sees(words.readOnly());
        try (var portal =
                new Person(Running.browser(), new Person.Look(words.language(), 1280, false), Running.screenshots())) {
            portal.open(system.portal() + "/sign-in");
            portal.signIn(email, Journey.NEW_PASSWORD);
            portal.isAt("Dashboard");
            portal.screenshot("portal-dashboard-" + words.language());
            portal.follow(words.tenants());
            portal.isAt(words.tenants());
            for (var customer : customers) portal.sees(customer);
            portal.screenshot("tenants-" + words.language());
            portal.open(system.portal() + "/reports");
            portal.isAt(words.say("Reports", "Berichte"));
            portal.foundNoFault();
        }
    }
}
