package dev.portolan.demo.data;

import dev.portolan.report.signature.ReportSigner;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** Loads the data set into two migrated databases. */
public final class DemoSet {
    private DemoSet() {}

    /**
     * Fills both databases; before the apps start, once.
     *
     * @param cloud the Cloud's database, as the app's ordinary role
     * @param portal the Portal's database, as the app's ordinary role
     * @param signer with the Cloud's key for reports; without it no report's signature can be verified
     * @param names as the Cloud's mails will name things
     * @param clock all dates count back from its present moment
     */
    public static void load(
            DataSource cloud, DataSource portal, Optional<ReportSigner> signer, CloudNames names, Clock clock)
            throws InterruptedException {
        var calendar = Calendar.of(clock);
        new PortalLoad(portal, calendar).load();
        new CloudLoad(cloud, new Evidence(signer), names, calendar).load();
    }
}
