package dev.portolan.crash;

import dev.portolan.crash.promise.LicencesConserved;
import dev.portolan.crash.promise.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Looks at both databases all the while; what they say is committed, so the promises must hold at every look. */
final class Observer implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(60);

    private final Sight sight;
    private final UUID company;
    private final int history;
    private final LicencesConserved licences;
    private final Set<String> broken = new TreeSet<>();
    private final Thread thread;
    private volatile boolean over;
    private boolean activated;
    private int looks;

    /** @param history how many reports in scope it had before it was ordered */
    Observer(Sight sight, UUID company, int history) {
        this.sight = sight;
        this.company = company;
        this.history = history;
        this.licences = new LicencesConserved(sight, company);
        this.thread = Thread.ofPlatform().daemon().name("observer").start(this::run);
    }

    private void run() {
        while (!over) {
            try {
                look();
                looks++;
            } catch (RuntimeException databaseIsDown) {
                // then nothing is committed either
            }
            Poll.pause(BETWEEN);
        }
    }

    private void look() {
        broken.addAll(licences.now());
        var state = sight.cloud().text("select state from migration_status where subject_id = ?", company);
        var freeze = sight.cloud().text("select state from company_freeze where company_id = ?", company);
        boolean now = sight.portal()
                        .count(
                                "select count(*) from transfer_outcome where tenant_id = ? and outcome = 'ACTIVATED'",
                                company)
                > 0;
        if (activated && !now) broken.add("promise 6: an activation has been taken back");
        if (activated && freeze.equals("ACTIVE")) broken.add("promise 6: the account is active after the activation");
        if (!now && state.equals("MIGRATION_COMPLETED")) broken.add("promise 8: completed without an activation");
        if (freeze.equals("FROZEN") || freeze.equals("ACTIVATING")) frozen();
        activated = now;
    }

    /** Promise 5: the freeze begins when the history is there already, so that it does not last the longer for more of it. */
    private void frozen() {
        long copied = sight.portal()
                .count(
                        "select count(*) from report where tenant_id = ? and serial like ?",
                        company,
                        History.SERIALS + "%");
        if (copied < history) broken.add("promise 5: frozen while reports of the history are not copied");
    }

    /** What did not hold at some look. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    int looks() {
        return looks;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
