package dev.portolan.demo;

import dev.portolan.demo.data.CloudNames;
import dev.portolan.demo.data.DemoPeople;
import dev.portolan.demo.data.DemoSet;
import dev.portolan.report.signature.EnvironmentKey;
import dev.portolan.report.signature.LogAuthor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The demo's companies, people, licences and reports. */
public final class NamedSet implements DemoData {
    private static final LogAuthor CLOUD = new LogAuthor("Blancco Cloud", "51", "Blancco Cloud", "1.0", "1.0");

    @Override
    public List<DemoUser> users() {
        return DemoPeople.all().stream()
                .map(person -> new DemoUser(
                        person.name(),
                        person.email(),
                        person.password(),
                        person.company(),
                        person.kind(),
                        person.role(),
                        person.environment()))
                .toList();
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Sign in to the Cloud as a partner's manager and follow the banner \"Upgrade available\".",
                "Mails (invitations, notices) arrive on the inbox page.",
                "The direct customers take the short path: answer No in the first step.",
                "Sign in as the operator to entitle another company.");
    }

    @Override
    public void load(DemoTarget target) throws InterruptedException {
        // The Cloud's own key, so that what it is shown as having received can be verified by it.
        var key = EnvironmentKey.read(
                Objects.requireNonNull(target.cloudEnvironment().get("PORTOLAN_REPORT_SIGNING_KEY")));
        DemoSet.load(
                target.cloud().userDataSource(),
                target.portal().userDataSource(),
                Optional.of(key.signer(CLOUD)),
                CloudNames.of(target.cloudEnvironment()),
                Clock.systemUTC());
    }
}
