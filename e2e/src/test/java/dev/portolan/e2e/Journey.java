package dev.portolan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.demo.DemoSystem;
import dev.portolan.demo.DemoUser;
import dev.portolan.demo.inbox.ReceivedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The parts of the journey that every walk goes through. */
final class Journey {
    static final String NEW_PASSWORD = "a-new-harbour-at-dawn";

    private final DemoSystem system;
    private final Words words;
    private final Person manager;
    private final DemoUser user;

    Journey(DemoSystem system, Words words, Person manager, DemoUser user) {
        this.system = system;
        this.words = words;
        this.manager = manager;
        this.user = user;
    }

    /** The first manager of a company at the Cloud. */
    static DemoUser managerOf(DemoSystem system, String company) {
        return system.users().stream()
                .filter(one -> one.company().equals(company)
                        && one.role().equals("Manager")
                        && one.environment().equals("cloud"))
                .findFirst()
                .orElseThrow();
    }

    void signInAtTheCloudAndFollowTheBanner() {
        manager.open(system.cloud() + "/sign-in");
        manager.signIn(user.email(), user.password());
        manager.isAt("Dashboard");
        manager.sees(words.banner());
        manager.follow(words.openWizard());
        manager.isAt(words.check());
    }

    /** Leaves the step by Save and continue later, signs out, signs in again and is where the step was left. */
    void leavesAndComesBack(String heading) {
        manager.press(words.save());
        manager.isAt("Dashboard");
        manager.signOut();
        manager.signIn(user.email(), user.password());
        manager.follow(words.openWizard());
        manager.isAt(heading);
    }

    void welcomeAndSetUp() {
        manager.isAt(words.welcome());
        manager.press(words.next());
        manager.isAt(words.welcome()); // without the box it does not go on
        manager.tick(words.understand());
        leavesAndComesBack(words.welcome());
        manager.tick(words.understand());
        manager.press(words.next());
        manager.isAt(words.setUp());
    }

    void verifyAccess() {
        manager.isAt(words.verifyAccess());
        signsUpAtThePortal(user.email(), words);
        manager.open(system.cloud() + "/upgrade");
        manager.isAt(words.verifyAccess());
        manager.tick(words.accountCreated());
        manager.press(words.next());
    }

    void api() {
        manager.isAt("API");
        manager.sees(words.apiWarning());
        leavesAndComesBack("API");
        manager.press(words.next());
    }

    /** Opens the invitation that arrived in the inbox, chooses a password, and signs in at the Portal. */
    void signsUpAtThePortal(String email, Words language) {
        var mail = awaitMail(email, "/invitations/");
        var link = mail.links().stream()
                .filter(one -> one.contains("/invitations/"))
                .findFirst()
                .orElseThrow();
        try (var invited = new Person(
                Running.browser(), new Person.Look(language.language(), 1280, false), Running.screenshots())) {
            invited.open(link);
            invited.isAt(language.say("Sign up", "Registrieren"));
            invited.fill(language.say("Password", "Passwort"), NEW_PASSWORD);
            invited.fill(language.say("Repeat the password", "Passwort wiederholen"), NEW_PASSWORD);
            invited.press(language.say("Create my account", "Mein Konto anlegen"));
            if (invited.page().url().contains("sign-in")) invited.signIn(email, NEW_PASSWORD);
            invited.isAt("Dashboard");
            invited.foundNoFault();
        }
    }

    /** Selects customers in the first column and sends the invitation. */
    void invites(String... customers) {
        for (var customer : customers) manager.select(customer);
        manager.pressCounted(words.sendInvitation());
        manager.isAt(words.sendInvitation());
        manager.press(words.inviteThem(customers.length));
        manager.isAt(words.manageCustomers());
        for (var customer : customers) manager.rowComesTo(customer, words.stageOneCompleted());
    }

    /** Selects customers in the first column and transfers them; those without a manager signed in ask first. */
    void transfers(boolean withoutManager, String... customers) {
        for (var customer : customers) manager.select(customer);
        manager.pressCounted(words.transferCustomers());
        manager.isAt(words.transferCustomers());
        if (withoutManager) {
            manager.press(words.transferThem(customers.length));
            manager.isAt(words.transferCustomers()); // asks first
            manager.tick(words.transferAllTheSame());
        }
        manager.press(words.transferThem(customers.length));
        manager.isAt(words.manageCustomers());
        for (var customer : customers) manager.rowComesTo(customer, words.migrationCompleted());
    }

    /** Chooses the scope and confirms the transfer of the company's own data. */
    void transfersItsOwnData(String scope) {
        manager.isAt(words.transferData());
        manager.choose(scope);
        leavesAndComesBack(words.transferData());
        manager.choose(scope);
        manager.tick(words.understand());
        manager.press(words.transferData());
        manager.isAt(words.summary());
        manager.sees(words.hasMoved());
        manager.isAt(words.summary());
    }

    /** Downloads the settings file for a client at the Portal, as the person who signed up there. */
    Technician settingsOfAClient(String email) {
        try (var person =
                new Person(Running.browser(), new Person.Look(words.language(), 1280, false), Running.screenshots())) {
            person.open(system.portal() + "/sign-in");
            person.signIn(email, NEW_PASSWORD);
            person.isAt("Dashboard");
            person.open(system.portal() + "/settings/clients");
            person.isAt(words.say("Client settings", "Client-Einstellungen"));
            var file = person.page()
                    .waitForDownload(
                            () -> person.press(words.say("Download settings file", "Einstellungsdatei herunterladen")));
            var directory =
                    Files.createTempDirectory(Path.of("target"), "client").toAbsolutePath();
            file.saveAs(directory.resolve("settings.json"));
            person.foundNoFault();
            return new Technician(directory.resolve("settings.json"), directory.resolve("spool"), "");
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    ReceivedMail awaitMail(String email, String link) {
        return await(
                "a mail to " + email,
                () -> system.inbox().mailsTo(email).stream()
                        .filter(mail -> mail.links().stream().anyMatch(one -> one.contains(link)))
                        .findFirst()
                        .orElse(null));
    }

    /** Asks until there is an answer, for three minutes. */
    static <T> T await(String what, Supplier<T> question) {
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            var answer = question.get();
            if (answer != null) return answer;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos()); // between two looks
        }
        assertThat(what).as("came within three minutes").isEqualTo("there");
        throw new AssertionError(what);
    }
}
