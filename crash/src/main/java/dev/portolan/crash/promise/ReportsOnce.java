package dev.portolan.crash.promise;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Promise 1: every report in scope stands in the Portal once, byte for byte, and none outside the scope does. The digests
 * are computed here, over the bytes that both sides store, decompressed.
 */
final class ReportsOnce {
    private static final int NAMED = 3;
    private static final Map<Integer, byte[]> DICTIONARIES = new ConcurrentHashMap<>();

    private final Sight sight;
    private final UUID company;
    private final List<String> broken = new ArrayList<>();

    ReportsOnce(Sight sight, UUID company) {
        this.sight = sight;
        this.company = company;
    }

    /** What stands of a report: what its bytes hash to, and what the row says they do. */
    private record Stored(UUID document, String computed, String claimed, String entry) {}

    /** @param scopeDays reports received within so many days are in scope; none is near the bound */
    List<String> afterMove(int scopeDays) {
        var here = bySql(
                sight.cloud(),
                "select document_id, body, digest, dictionary, received_entry from report where company_id = ? and received_at > now() - make_interval(days => ?)",
                scopeDays);
        var there = bySql(
                sight.portal(),
                "select document_id, body, digest, dictionary, received_entry from report where tenant_id = ? and transfer_id is not null and 0 <> ?",
                scopeDays);
        compare(here, there);
        long strangers = sight.portal()
                .count(
                        "select count(*) from report where document_id = any(?) and tenant_id <> ?",
                        here.keySet().toArray(UUID[]::new),
                        company);
        if (strangers > 0) broken.add("promise 9: " + strangers + " reports stand in other tenants");
        return broken;
    }

    /**
     * After an undo nothing that the transfer brought stands in the Portal, what the Portal has received itself stands on
     * both sides, and the Cloud has all it had.
     *
     * @param had so many reports it had before
     */
    List<String> afterUndo(int had) {
        var here = bySql(
                sight.cloud(),
                "select document_id, body, digest, dictionary, received_entry from report where company_id = ? and 0 <> ?",
                1);
        var there = bySql(
                sight.portal(),
                "select document_id, body, digest, dictionary, received_entry from report where tenant_id = ? and transfer_id is null and 0 <> ?",
                1);
        long left = sight.portal()
                .count("select count(*) from report where tenant_id = ? and transfer_id is not null", company);
        if (left > 0) broken.add("promise 1: " + left + " reports of the transfer are left in the Portal");
        if (here.size() < had) broken.add("promise 1: " + (had - here.size()) + " reports are lost in the Cloud");
        say(
                "of the Portal missing in the Cloud",
                there.keySet().stream().filter(id -> !here.containsKey(id)).toList());
        differences(here, there);
        return broken;
    }

    private void compare(Map<UUID, Stored> here, Map<UUID, Stored> there) {
        say(
                "missing in the Portal",
                here.keySet().stream().filter(id -> !there.containsKey(id)).toList());
        say(
                "in the Portal and not in scope",
                there.keySet().stream().filter(id -> !here.containsKey(id)).toList());
        differences(here, there);
    }

    private void differences(Map<UUID, Stored> here, Map<UUID, Stored> there) {
        say(
                "different",
                here.values().stream()
                        .filter(one -> there.containsKey(one.document()) && !one.equals(there.get(one.document())))
                        .map(Stored::document)
                        .toList());
        say(
                "damaged",
                there.values().stream()
                        .filter(one -> !one.computed().equals(one.claimed()))
                        .map(Stored::document)
                        .toList());
    }

    private void say(String what, List<UUID> documents) {
        if (documents.isEmpty()) return;
        broken.add("promise 1: " + documents.size() + " reports " + what + ", such as "
                + documents.stream().limit(NAMED).toList());
    }

    private Map<UUID, Stored> bySql(Rows rows, String sql, int scopeDays) {
        var all = new HashMap<UUID, Stored>();
        for (var one : rows.list(sql, (row, number) -> stored(row), company, scopeDays))
            if (all.put(one.document(), one) != null) broken.add("promise 1: twice " + one.document());
        return all;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var original = original(row.getBytes("body"), row.getInt("dictionary"));
        return new Stored(
                row.getObject("document_id", UUID.class),
                sha256(original),
                HexFormat.of().formatHex(row.getBytes("digest")),
                Arrays.toString(row.getBytes("received_entry")));
    }

    private static byte[] original(byte[] body, int dictionary) {
        try (var context = new ZstdDecompressCtx()) {
            if (dictionary != 0)
                context.loadDict(DICTIONARIES.computeIfAbsent(dictionary, ReportsOnce::readDictionary));
            return context.decompress(body, Math.toIntExact(Zstd.getFrameContentSize(body)));
        }
    }

    /** As the product is delivered with it: a file that says nothing of who reads it, and how. */
    private static byte[] readDictionary(int id) {
        var name = "/dev/portolan/report/dictionaries/" + id + ".zstd";
        try (var file = ReportsOnce.class.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException("no dictionary " + name);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
