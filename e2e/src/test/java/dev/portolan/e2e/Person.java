package dev.portolan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;

/** A person at a browser: finds things by their role and visible label, as people and screen readers do. */
final class Person implements AutoCloseable {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final int PHONE = 390;
    // No measure of speed: it only ends what would never come.
    private static final double PATIENCE = Duration.ofMinutes(3).toMillis();

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    // A page passed again is looked at again, since it may have come to another state, but not every time.
    private static final int LOOKS = 3;
    private static final String STICKING_OUT = """
            [...document.querySelectorAll('main *')]
              .filter(one => one.getBoundingClientRect().right > innerWidth && !one.closest('.table-responsive'))
              .map(one => one.outerHTML.slice(0, 120)).slice(0, 5).join(' | ')""";

    private final BrowserContext context;
    private final Page page;
    private final PseudoLocale pseudoLocale;
    private final Map<String, Integer> looked = new HashMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final Path screenshots;

    Person(Browser browser, Look look, Path screenshots) {
        this.screenshots = screenshots;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(look.language())
                .setTimezoneId("Europe/Berlin")
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setAcceptDownloads(true)
                .setViewportSize(look.width(), look.width() < 500 ? 844 : 900));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        pseudoLocale = new PseudoLocale(page);
    }

    /** How the person's browser is set. */
    record Look(String language, int width, boolean dark) {}

    /** Signs out from the menu of the account. */
    void signOut() {
        boolean german = page.evaluate("document.documentElement.lang").equals("de");
        press(german ? "Ihr Konto" : "Your account");
        press(german ? "Abmelden" : "Sign out");
    }

    Page page() {
        return page;
    }

    void open(String address) {
        page.navigate(address);
    }

    /** Signs in on the sign-in page that is open; labels in English or German. */
    void signIn(String email, String password) {
        boolean german = page.evaluate("document.documentElement.lang").equals("de");
        fill(german ? "E-Mail" : "E-mail", email);
        fill(german ? "Passwort" : "Password", password);
        press(german ? "Anmelden" : "Sign in");
    }

    /** Asserts the page's heading first, and then looks for texts that are hard-coded and for what axe faults. */
    void isAt(String heading) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(heading).setLevel(1).setExact(true)))
                .isVisible();
        if (looked.merge(path() + ' ' + heading, 1, Integer::sum) > LOOKS) return;
        for (var text : pseudoLocale.hardCodedOnThePage())
            faults.add("%s is not translated: %s".formatted(path(), text));
        isAccessible();
        var size = page.viewportSize();
        page.setViewportSize(PHONE, 844);
        isAccessible();
        int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (width > PHONE)
            faults.add("%s is %d wide on a phone: %s".formatted(path(), width, page.evaluate(STICKING_OUT)));
        page.setViewportSize(size.width, size.height);
    }

    /** What axe faults is collected, so that one walk shows all of it, and asserted at its end. */
    private void isAccessible() {
        // In the page itself, without a second one that is only needed for frames, of which we have none.
        var axe = new AxeBuilder(page).withTags(RULES).setLegacyMode(true);
        for (var rule : axe.analyze().getViolations())
            for (var node : rule.getNodes())
                faults.add("%s at %s, %d wide: %s%n    %s"
                        .formatted(
                                rule.getId(),
                                path(),
                                page.viewportSize().width,
                                node.getHtml(),
                                node.getFailureSummary()));
    }

    private String path() {
        return URI.create(page.url()).getPath();
    }

    /** Asserts that nothing was found to fault on any page passed. */
    void foundNoFault() {
        Assertions.assertThat(faults).as("faults on the pages passed").isEmpty();
    }

    void press(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Presses a button whose label may be followed by a count. */
    void pressCounted(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    /** The row of a table that holds this text. */
    Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Waits until the row says the text; it changes by itself. */
    void rowComesTo(String row, String text) {
        assertThat(row(row).first()).containsText(text);
    }

    /** Ticks the box of a row, whose label is the row's name. */
    void select(String row) {
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(row).setExact(true))
                .check();
    }

    void follow(String link) {
        link(link).first().click();
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void tick(String box) {
        page.getByLabel(box, new Page.GetByLabelOptions().setExact(true)).check();
    }

    /** Chooses a card with a radio button; the card's label lies over the button, so the click goes to its place. */
    void choose(String card) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(card).setExact(true))
                .check(new Locator.CheckOptions().setForce(true));
    }

    void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    /** Waits for a text, which may come by itself. */
    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
