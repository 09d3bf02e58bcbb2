package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What erasure clients were told has happened, and whether it is found: each once, and nothing else. */
final class Acknowledged {
    private final Set<UUID> reserved = ConcurrentHashMap.newKeySet();
    private final Set<UUID> released = ConcurrentHashMap.newKeySet();
    private final Set<UUID> releasedUnheard = ConcurrentHashMap.newKeySet();
    private final Set<UUID> consumed = ConcurrentHashMap.newKeySet();
    /** Document to its digest in hexadecimal. */
    private final Map<UUID, String> reports = new ConcurrentHashMap<>();

    /** Of how many requests nothing is known: a connection was cut, or the server had a fault. */
    private final AtomicLong cuts = new AtomicLong();

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    void reserved(UUID reservation) {
        reserved.add(reservation);
    }

    void released(UUID reservation) {
        released.add(reservation);
    }

    void releasedUnheard(UUID reservation) {
        releasedUnheard.add(reservation);
    }

    void reported(UUID document, @Nullable UUID reservation, String receipt) {
        int at = receipt.indexOf("\"sha256\":\"") + 10;
        reports.put(document, receipt.substring(at, at + 64));
        if (reservation != null) consumed.add(reservation);
    }

    /** An answer that no client should get. */
    void wrong(String answer) {
        wrong.add(answer);
    }

    void cut() {
        cuts.incrementAndGet();
    }

    long cuts() {
        return cuts.get();
    }

    int writes() {
        return reserved.size() + released.size() + reports.size();
    }

    @Override
    public String toString() {
        return "%d reserved, %d released, %d consumed, %d reports, %d connections cut, %d wrong answers such as %s"
                .formatted(
                        reserved.size(),
                        released.size(),
                        consumed.size(),
                        reports.size(),
                        cuts.get(),
                        wrong.size(),
                        wrong.peek());
    }

    void requireOnlyGoodAnswers() {
        assertThat(wrong).isEmpty();
    }

    /**
     * Every acknowledged report stands where the company works now, once, with the acknowledged bytes, beside those from
     * before.
     */
    void requireReports(Look where, String key, UUID company, int before) {
        assertThat(reports(where, key, company)).containsAllEntriesOf(reports).hasSize(reports.size() + before);
    }

    /** The same after an undo; what a late client sent to the Portal after it stays there. */
    void requireReportsBack(Look cloud, Look portal, UUID company, int before) {
        var here = reports(cloud, "company_id", company);
        var there = reports(portal, "tenant_id", company);
        var either = new HashMap<>(there);
        either.putAll(here);
        assertThat(either).containsAllEntriesOf(reports).hasSize(reports.size() + before);
        assertThat(here).hasSizeGreaterThanOrEqualTo(before);
    }

    private static Map<UUID, String> reports(Look where, String key, UUID company) {
        return where
                .jdbc
                .sql("select document_id, encode(digest, 'hex') as digest from report where " + key + " = ?")
                .params(company)
                .query((row, number) -> Map.entry(row.getObject("document_id", UUID.class), row.getString("digest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Each was reserved once, and used up or given back once, on whichever side; the rest is open where the company works. */
    void requireLicences(Look cloud, Look portal, Look where, String key, Company company) {
        var given = entries(cloud, portal, company.id, "RELEASE");
        released.addAll(releasedUnheard.stream().filter(given::containsKey).toList());
        once("reserved", entries(cloud, portal, company.id, "RESERVE"), reserved);
        once("consumed", entries(cloud, portal, company.id, "CONSUME"), consumed);
        once("released", given, released);
        var open = new HashSet<>(reserved);
        open.removeAll(consumed);
        open.removeAll(released);
        assertThat(where.jdbc
                        .sql("select reservation_id from reservation where state = 'OPEN' and " + key + " = ?")
                        .params(company.id)
                        .query(UUID.class)
                        .list())
                .as("open")
                .containsExactlyInAnyOrderElementsOf(open);
        var usable = FireGround.LICENCES
                .add(BigDecimal.valueOf(100))
                .subtract(BigDecimal.valueOf(consumed.size()))
                .subtract(BigDecimal.valueOf(open.size()));
        assertThat(where.text(
                        "select remaining || '/' || reserved from licence_balance where pool_id = ? and " + key
                                + " = ?",
                        company.pool,
                        company.id))
                .isEqualTo("%s.0000/%d.0000".formatted(usable, open.size()));
    }

    private static void once(String what, Map<UUID, Long> entries, Set<UUID> acknowledged) {
        assertThat(entries)
                .as(what)
                .isEqualTo(acknowledged.stream().collect(Collectors.toMap(each -> each, each -> 1L)));
    }

    private static Map<UUID, Long> entries(Look cloud, Look portal, UUID company, String kind) {
        var entries = new ConcurrentHashMap<UUID, Long>();
        for (var key : new String[] {"company_id", "tenant_id"})
            (key.equals("company_id") ? cloud : portal)
                    .jdbc
                    .sql("select reservation_id from ledger_entry where " + key + " = ? and kind = ?")
                    .params(company, kind)
                    .query(UUID.class)
                    .list()
                    .forEach(reservation -> entries.merge(reservation, 1L, Long::sum));
        return entries;
    }
}
