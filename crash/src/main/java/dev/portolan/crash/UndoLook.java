package dev.portolan.crash;

import dev.portolan.crash.promise.LicencesReturned;
import dev.portolan.crash.promise.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What must hold at every moment of an undo. */
final class UndoLook implements Look {
    private final Sight sight;
    private final UUID company;
    private final LicencesReturned licences;
    private boolean undone;

    UndoLook(Sight sight, UUID company) {
        this.sight = sight;
        this.company = company;
        this.licences = new LicencesReturned(sight, company);
    }

    @Override
    public List<String> broken() {
        var broken = new ArrayList<>(licences.now());
        // The Portal first: what it has hidden was decided in the Cloud before.
        boolean hidden = sight.portal()
                        .count(
                                "select count(*) from transfer_outcome where tenant_id = ? and undone_at is not null",
                                company)
                > 0;
        var here = sight.cloud()
                .text(
                        "select f.state || ' ' || s.state || ' ' || (select count(*) from undo_outcome u where u.company_id = f.company_id and u.outcome = 'UNDONE') from company_freeze f join migration_status s on s.subject_id = f.company_id where f.company_id = ?",
                        company)
                .split(" ");
        boolean now = !here[2].equals("0");
        if (undone && !now) broken.add("promise 6: an undo has been taken back");
        if (hidden && !now) broken.add("promise 6: hidden in the Portal, and not undone");
        if (here[0].equals("ACTIVE") != now) broken.add("promise 6: the account is " + here[0] + ", undone: " + now);
        if (!now && here[1].equals("STAGE_ONE_COMPLETED")) broken.add("promise 8: says undone, and is not");
        undone = now;
        return broken;
    }
}
