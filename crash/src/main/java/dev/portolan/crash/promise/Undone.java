package dev.portolan.crash.promise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All that must hold when a transfer has been undone: the Cloud has the company as it was, with what happened since. */
public final class Undone {
    private static final String CERTIFICATES =
            "select certificate_id || ' ' || md5(statement) || ' ' || md5(signature) || ' ' || coalesce(revokes_id::text, 'first') from transfer_certificate where ";

    private final Sight sight;
    private final UUID company;
    private final UUID other;
    private final int reports;
    private final List<String> broken = new ArrayList<>();

    /**
     * @param company whose transfer was undone
     * @param other which had nothing to do with it
     * @param reports so many the company had before it was moved
     */
    public Undone(Sight sight, UUID company, UUID other, int reports) {
        this.sight = sight;
        this.company = company;
        this.other = other;
        this.reports = reports;
    }

    /** What does not hold; empty where all promises do. */
    public List<String> broken(Acknowledged byCloud, Acknowledged byPortal) {
        oneOutcome();
        broken.addAll(new ReportsOnce(sight, company).afterUndo(reports));
        broken.addAll(new LicencesReturned(sight, company).now());
        acknowledged(byCloud, byPortal);
        reservations(byPortal);
        certificates();
        broken.addAll(new NobodyElse(sight, company).afterUndo(other));
        return broken;
    }

    /** Promise 6: the Cloud's outcome row decides, and both sides have followed it. */
    private void oneOutcome() {
        is("undone", here("select count(*) from undo_outcome where company_id = ? and outcome = 'UNDONE'"), "1");
        is("the status", here("select state from migration_status where subject_id = ?"), "STAGE_ONE_COMPLETED");
        is("the account", here("select state from company_freeze where company_id = ?"), "ACTIVE");
        is("the tenant", there("select state from tenant_freeze where tenant_id = ?"), "ACTIVE");
        is(
                "the transfers in force",
                there(
                        "select count(*) from transfer_outcome where tenant_id = ? and outcome = 'ACTIVATED' and undone_at is null"),
                "0");
    }

    private void is(String what, String found, String ought) {
        if (!found.equals(ought)) broken.add("promise 6: " + what + ": " + found + " instead of " + ought);
    }

    /** Promise 4, backwards. */
    private void acknowledged(Acknowledged byCloud, Acknowledged byPortal) {
        var reportsHere = ids(sight.cloud(), "select document_id from report where company_id = ?");
        var reportsThere = ids(sight.portal(), "select document_id from report where tenant_id = ?");
        missing("a report of the Cloud is lost", byCloud.reported(), reportsHere);
        missing("a report of the Portal is lost there", byPortal.reported(), reportsThere);
        missing("a report of the Portal is not in the Cloud", byPortal.reported(), reportsHere);
        missing(
                "a reservation of the Cloud is lost",
                byCloud.reserved(),
                ids(sight.cloud(), "select reservation_id from reservation where company_id = ?"));
        missing(
                "a release in the Cloud is lost",
                byCloud.released(),
                ids(
                        sight.cloud(),
                        "select reservation_id from reservation where company_id = ? and state = 'RELEASED'"));
    }

    /** What was open in the Portal is open in the Cloud, what was given back there is not, and balances say the same. */
    private void reservations(Acknowledged byPortal) {
        var open = ids(sight.cloud(), "select reservation_id from reservation where company_id = ? and state = 'OPEN'");
        missing("an open reservation of the Portal is not open in the Cloud", byPortal.kept(), open);
        var again = new HashSet<>(byPortal.released());
        again.retainAll(open);
        if (!again.isEmpty()) broken.add("promise 4: " + again.size() + " released reservations are open again");
        is(
                "the reservations still moved",
                here("select count(*) from reservation where company_id = ? and state = 'MOVED'"),
                "0");
        is(
                "the pools whose open reservations are not their balance",
                here(
                        "select count(*) from licence_balance b where b.company_id = ? and b.reserved <> (select coalesce(sum(r.quantity), 0) from reservation r where r.company_id = b.company_id and r.pool_id = b.pool_id and r.state = 'OPEN')"),
                "0");
    }

    /** Promise 8: the certificate is taken back on both sides, by the same successor. */
    private void certificates() {
        var here = sight.cloud().texts(CERTIFICATES + "company_id = ? order by 1", company);
        var there = sight.portal().texts(CERTIFICATES + "tenant_id = ? order by 1", company);
        long first = here.stream().filter(each -> each.endsWith(" first")).count();
        if (here.size() != 2 || first != 1 || !here.equals(there))
            broken.add("promise 8: the certificate is not taken back on both sides: " + here + ", " + there);
    }

    private void missing(String what, List<UUID> expected, Set<UUID> there) {
        var missing = new HashSet<>(expected);
        missing.removeAll(there);
        if (!missing.isEmpty())
            broken.add("promise 4: " + what + ", " + missing.size() + " of " + expected.size() + ", such as "
                    + missing.iterator().next());
    }

    private Set<UUID> ids(Rows rows, String sql) {
        return new HashSet<>(rows.ids(sql, company));
    }

    private String here(String sql) {
        return sight.cloud().text(sql, company);
    }

    private String there(String sql) {
        return sight.portal().text(sql, company);
    }
}
