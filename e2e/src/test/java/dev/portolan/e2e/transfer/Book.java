package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one company's licences and reports must be by everything that was answered; compared with both databases. */
final class Book {
    private final Company company;
    private final Look cloud;
    private final Look portal;
    private final Set<UUID> reserved = new HashSet<>();
    private final Set<UUID> released = new HashSet<>();
    private final Set<UUID> consumed = new HashSet<>();
    private final Map<UUID, Integer> open = new LinkedHashMap<>();
    private final Set<UUID> reportedHere;
    private final Set<UUID> reportedThere = new HashSet<>();
    private long remaining;

    /** Opens it with what stands in the Cloud. */
    Book(Company company, Look cloud, Look portal) {
        this.company = company;
        this.cloud = cloud;
        this.portal = portal;
        this.remaining = cloud.count("select remaining::bigint from licence_balance where company_id = ?", company.id);
        this.reportedHere = new HashSet<>(ids(false, "document_id", "report", ""));
    }

    boolean has(int quantity) {
        return remaining >= quantity;
    }

    /** The one that has been open for longest. */
    UUID oldest() {
        return open.keySet().iterator().next();
    }

    boolean nothingOpen() {
        return open.isEmpty();
    }

    void reserve(UUID reservation, int quantity) {
        reserved.add(reservation);
        open.put(reservation, quantity);
        remaining -= quantity;
    }

    void release(UUID reservation) {
        released.add(reservation);
        remaining += open.remove(reservation);
    }

    void consume(UUID reservation) {
        consumed.add(reservation);
        open.remove(reservation);
    }

    void grant(int quantity) {
        remaining += quantity;
    }

    void report(UUID document, boolean inPortal) {
        (inPortal ? reportedThere : reportedHere).add(document);
    }

    /** @param moved whether the company works in the Portal */
    void requireIn(boolean moved) {
        requireBalance(moved);
        requireOnce("RESERVE", reserved);
        requireOnce("RELEASE", released);
        requireOnce("CONSUME", consumed);
        assertThat(ids(moved, "reservation_id", "reservation", "and state = 'OPEN'"))
                .as("open where the company works")
                .containsExactlyInAnyOrderElementsOf(open.keySet());
        assertThat(ids(false, "document_id", "report", ""))
                .as("reports in the Cloud")
                .containsExactlyInAnyOrderElementsOf(reportedHere);
        var there = new HashSet<>(reportedThere);
        if (moved) there.addAll(reportedHere);
        assertThat(ids(true, "document_id", "report", moved ? "" : "and transfer_id is null"))
                .as("reports in the Portal")
                .containsExactlyInAnyOrderElementsOf(there);
    }

    void requireBalance(boolean moved) {
        long held = open.values().stream().mapToLong(Integer::longValue).sum();
        assertThat((moved ? portal : cloud)
                        .text(
                                "select remaining::bigint || '/' || reserved::bigint from licence_balance where pool_id = ?",
                                company.pool))
                .as("remaining and reserved")
                .isEqualTo(remaining + "/" + held);
    }

    private void requireOnce(String kind, Set<UUID> answered) {
        var both = new ArrayList<>(ids(false, "reservation_id", "ledger_entry", "and kind = '" + kind + "'"));
        both.addAll(ids(true, "reservation_id", "ledger_entry", "and kind = '" + kind + "'"));
        assertThat(both).as(kind).containsExactlyInAnyOrderElementsOf(answered);
    }

    private List<UUID> ids(boolean inPortal, String column, String table, String which) {
        return (inPortal ? portal : cloud)
                .jdbc
                .sql("select %s from %s where %s = ? %s"
                        .formatted(column, table, inPortal ? "tenant_id" : "company_id", which))
                .params(company.id)
                .query(UUID.class)
                .list();
    }
}
