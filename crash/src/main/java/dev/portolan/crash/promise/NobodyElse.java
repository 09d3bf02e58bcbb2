package dev.portolan.crash.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Promise 9, as the apps' own roles see it: whoever is bound to another company, or to none, sees no row of this one; and
 * what has not been activated is seen by nobody.
 */
final class NobodyElse {
    private static final List<String> CLOUD =
            List.of("report", "licence_balance", "ledger_entry", "reservation", "app_user", "company_freeze");
    private static final List<String> PORTAL = List.of(
            "report", "report_serial", "licence_balance", "ledger_entry", "reservation", "app_user", "workflow");
    private static final List<String> HIDDEN =
            List.of("report", "report_serial", "licence_balance", "reservation", "ledger_entry", "workflow");

    private final Sight sight;
    private final UUID company;
    private final List<String> broken = new ArrayList<>();

    NobodyElse(Sight sight, UUID company) {
        this.sight = sight;
        this.company = company;
    }

    /** @param moved whether what was moved is to be seen in the Portal */
    List<String> check(UUID other, boolean moved) {
        strangers(other);
        if (!moved) HIDDEN.forEach(this::nothingShown);
        return broken;
    }

    /** The history of the ledger is seen on after an undo, nothing else of the transfer is. */
    List<String> afterUndo(UUID other) {
        strangers(other);
        HIDDEN.stream().filter(table -> !table.equals("ledger_entry")).forEach(this::nothingShown);
        return broken;
    }

    private void strangers(UUID other) {
        for (var table : CLOUD) {
            none(sight.cloudApp(), table, "company_id", other.toString(), "bound to another company");
            none(sight.cloudApp(), table, "company_id", "", "bound to none");
        }
        for (var table : PORTAL) {
            none(sight.portalApp(), table, "tenant_id", other.toString(), "bound to another tenant");
            none(sight.portalApp(), table, "tenant_id", "", "bound to none");
        }
        requireThatTheCheckSees();
    }

    private void none(Rows rows, String table, String column, String bound, String how) {
        long seen = seen(rows, table, column + " = '" + company + "'", bound);
        if (seen > 0) broken.add("promise 9: " + seen + " rows of " + table + " are seen " + how);
    }

    /** Bound to the company itself there is something to see, or this check would prove nothing. */
    private void requireThatTheCheckSees() {
        if (seen(sight.cloudApp(), "app_user", "true", company.toString()) == 0
                || seen(sight.portalApp(), "app_user", "true", company.toString()) == 0)
            broken.add("promise 9: a company does not see its own users");
    }

    private void nothingShown(String table) {
        long seen = seen(sight.portalApp(), table, "transfer_id is not null", company.toString());
        if (seen > 0) broken.add("promise 9: " + seen + " rows of " + table + " are shown and not in force");
    }

    /** Everything here is a name of ours or a UUID. */
    private static long seen(Rows rows, String table, String which, String bound) {
        return rows.countBoundTo(bound, "select count(*) from " + table + " where " + which);
    }
}
