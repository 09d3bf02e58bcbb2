package dev.portolan.crash.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All that must hold when a transfer has come to rest. */
public final class Promises {
    private static final int SCOPE_DAYS = 380;

    private final Sight sight;
    private final UUID company;
    private final UUID other;

    /**
     * @param company which was to move
     * @param other which had nothing to do with it
     */
    public Promises(Sight sight, UUID company, UUID other) {
        this.sight = sight;
        this.company = company;
        this.other = other;
    }

    /** Whether the Portal has activated it. */
    public boolean activated() {
        return sight.portal()
                        .count(
                                "select count(*) from transfer_outcome where tenant_id = ? and outcome = 'ACTIVATED'",
                                company)
                > 0;
    }

    /** What does not hold; empty where all promises do. */
    public List<String> broken(Acknowledged byCloud, Acknowledged byPortal) {
        boolean moved = activated();
        var broken = new ArrayList<>(oneOutcome(moved));
        if (moved) broken.addAll(new ReportsOnce(sight, company).afterMove(SCOPE_DAYS));
        broken.addAll(new LicencesConserved(sight, company).now());
        broken.addAll(new AcknowledgedStays(sight, company).check(byCloud, byPortal, moved));
        if (moved) broken.addAll(provenBeforeClaimed());
        broken.addAll(new NobodyElse(sight, company).check(other, moved));
        return broken;
    }

    /** Promise 6: the Portal's outcome row decides, and the Cloud has followed it. */
    private List<String> oneOutcome(boolean moved) {
        var broken = new ArrayList<String>();
        long activations = sight.portal()
                .count("select count(*) from transfer_outcome where tenant_id = ? and outcome = 'ACTIVATED'", company);
        if (activations > 1) broken.add("promise 6: activated " + activations + " times");
        var state = sight.cloud().text("select state from migration_status where subject_id = ?", company);
        var freeze = sight.cloud().text("select state from company_freeze where company_id = ?", company);
        var right = moved ? Set.of("MIGRATION_COMPLETED") : Set.of("STAGE_TWO_FAILED", "STAGE_ONE_COMPLETED");
        if (!right.contains(state))
            broken.add("promise 7: " + (moved ? "activated" : "not activated") + ", but it says " + state);
        if (!freeze.equals(moved ? "READ_ONLY" : "ACTIVE"))
            broken.add("promise 6: " + (moved ? "activated" : "not activated") + ", but the account is " + freeze);
        var workflows = workflowsHere().equals(workflowsThere());
        if (moved && !workflows) broken.add("promise 1: the workflows differ");
        return broken;
    }

    private List<String> workflowsHere() {
        return sight.cloud()
                .texts(
                        "select w.workflow_id || w.name || w.definition || (w.workflow_id = c.default_workflow_id) from workflow w join company c using (company_id) where w.company_id = ? order by 1",
                        company);
    }

    private List<String> workflowsThere() {
        return sight.portal()
                .texts(
                        "select w.workflow_id || w.name || w.definition || (w.workflow_id = t.default_workflow_id) from workflow w join tenant t using (tenant_id) where w.tenant_id = ? order by 1",
                        company);
    }

    /** Promise 8: every report that was copied was compared before it said "completed". */
    private List<String> provenBeforeClaimed() {
        var broken = new ArrayList<String>();
        long unproved = sight.cloud()
                .count("select count(*) from transfer_batch where company_id = ? and proved_at is null", company);
        if (unproved > 0) broken.add("promise 8: completed with " + unproved + " batches not proved");
        var jumps = sight.cloud()
                .texts(
                        "select event || ' from ' || coalesce(from_state, '') from migration_event where subject_id = ? and to_state = 'MIGRATION_COMPLETED' and event <> 'UNDO_ABORTED' and from_state <> 'STAGE_TWO_IN_PROGRESS'",
                        company);
        if (!jumps.isEmpty()) broken.add("promise 8: completed by " + jumps);
        long claims = sight.cloud()
                .count(
                        "select count(*) from migration_event where subject_id = ? and to_state = 'MIGRATION_COMPLETED' and event <> 'UNDO_ABORTED'",
                        company);
        if (claims != 1) broken.add("promise 8: completed " + claims + " times");
        var here = sight.cloud()
                .texts(
                        "select certificate_id || ' ' || md5(statement) || ' ' || md5(signature) from transfer_certificate where company_id = ? and revokes_id is null order by 1",
                        company);
        var there = sight.portal()
                .texts(
                        "select certificate_id || ' ' || md5(statement) || ' ' || md5(signature) from transfer_certificate where tenant_id = ? and revokes_id is null order by 1",
                        company);
        if (here.size() != 1 || !here.equals(there))
            broken.add("promise 8: " + here.size() + " certificates in the Cloud, or others in the Portal");
        return broken;
    }
}
