package dev.portolan.crash.promise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Promise 4: what the Cloud acknowledged before the freeze is in the Portal when the migration is completed. */
final class AcknowledgedStays {
    private final Sight sight;
    private final UUID company;
    private final List<String> broken = new ArrayList<>();

    AcknowledgedStays(Sight sight, UUID company) {
        this.sight = sight;
        this.company = company;
    }

    List<String> check(Acknowledged cloud, Acknowledged portal, boolean moved) {
        require(
                "a reservation of the Cloud is lost",
                cloud.reserved(),
                cloudIds("select reservation_id from reservation where company_id = ?"));
        require(
                "a report of the Cloud is lost",
                cloud.reported(),
                cloudIds("select document_id from report where company_id = ?"));
        require(
                "a release in the Cloud is lost",
                cloud.released(),
                cloudIds("select reservation_id from reservation where company_id = ? and state = 'RELEASED'"));
        if (moved) requireMoved(cloud);
        require(
                "a reservation of the Portal is lost",
                portal.reserved(),
                portalIds("select reservation_id from reservation where tenant_id = ?"));
        require(
                "a report of the Portal is lost",
                portal.reported(),
                portalIds("select document_id from report where tenant_id = ?"));
        return broken;
    }

    private void requireMoved(Acknowledged cloud) {
        require(
                "a report has not moved",
                cloud.reported(),
                portalIds("select document_id from report where tenant_id = ?"));
        var open =
                cloudIds("select reservation_id from reservation where company_id = ? and state in ('OPEN', 'MOVED')");
        require(
                "an open reservation has not moved",
                open,
                portalIds("select reservation_id from reservation where tenant_id = ?"));
        long differing = 0;
        var here = quantities(
                sight.cloud(),
                "select reservation_id || ' ' || pool_id || ' ' || quantity || ' ' || idempotency_key from reservation where company_id = ? and state = 'MOVED'");
        var there = quantities(
                sight.portal(),
                "select reservation_id || ' ' || pool_id || ' ' || quantity || ' ' || idempotency_key from reservation where tenant_id = ?");
        for (var one : here) if (!there.contains(one)) differing++;
        if (differing > 0) broken.add("promise 4: " + differing + " reservations have moved with another quantity");
    }

    private HashSet<String> quantities(Rows rows, String sql) {
        return new HashSet<>(rows.texts(sql, company));
    }

    private void require(String what, List<UUID> expected, List<UUID> there) {
        var missing = new HashSet<>(expected);
        missing.removeAll(new HashSet<>(there));
        if (!missing.isEmpty())
            broken.add("promise 4: " + what + ", " + missing.size() + " of " + expected.size() + ", such as "
                    + missing.iterator().next());
    }

    private List<UUID> cloudIds(String sql) {
        return sight.cloud().ids(sql, company);
    }

    private List<UUID> portalIds(String sql) {
        return sight.portal().ids(sql, company);
    }
}
