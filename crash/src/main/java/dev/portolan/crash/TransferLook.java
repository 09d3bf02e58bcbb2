package dev.portolan.crash;

import dev.portolan.crash.promise.LicencesConserved;
import dev.portolan.crash.promise.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What must hold at every moment of a transfer. */
final class TransferLook implements Look {
    private final Sight sight;
    private final UUID company;
    private final int history;
    private final LicencesConserved licences;
    private boolean activated;

    /** @param history how many reports in scope it had before it was ordered */
    TransferLook(Sight sight, UUID company, int history) {
        this.sight = sight;
        this.company = company;
        this.history = history;
        this.licences = new LicencesConserved(sight, company);
    }

    @Override
    public List<String> broken() {
        var broken = new ArrayList<>(licences.now());
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
        if (freeze.equals("FROZEN") || freeze.equals("ACTIVATING")) frozen(broken);
        activated = now;
        return broken;
    }

    /** Promise 5: the freeze begins when the history is there already, so that it does not last the longer for more of it. */
    private void frozen(List<String> broken) {
        long copied = sight.portal()
                .count(
                        "select count(*) from report where tenant_id = ? and serial like ?",
                        company,
                        History.SERIALS + "%");
        if (copied < history) broken.add("promise 5: frozen while reports of the history are not copied");
    }
}
