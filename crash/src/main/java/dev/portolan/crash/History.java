package dev.portolan.crash;

import com.github.luben.zstd.Zstd;
import dev.portolan.contract.ReportBatch;
import dev.portolan.crash.promise.Rows;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * The reports of a company within the last months, and some that are too old to move. They are small, and the bytes of each are its company's own, so that a report in the wrong place is seen.
 */
final class History {
    private static final int USUAL = 4100;
    private static final int MORE_THAN_TWO_BATCHES = 2 * ReportBatch.MAX_ROWS + 100;
    /** What their serial numbers begin with; the probes' reports have others. */
    static final String SERIALS = "HISTORY-";

    /** So many more are out of scope. */
    static final int TOO_OLD = 40;

    private static final int BYTES = 150;
    private static final String COLUMNS =
            "company_id, document_id, received_at, kind, product, product_version, state, serial, signature_state, cover, digest, size, body, received_entry, fields, erased_at, serials";

    private History() {}

    /** How many reports in scope the company of a case has: at least three batches where the case is about batches. */
    static int size(Case of) {
        boolean batches = switch (of.place()) {
            case Place.Point point -> point.name().startsWith("batch-");
            case Place.Message message -> message.path().equals("transfers/reports");
            case Place.Statement _, Place.Commit _ -> false;
        };
        return batches ? Math.max(USUAL, MORE_THAN_TWO_BATCHES) : USUAL;
    }

    /** @param inScope so many within the last months; those that are too old come on top */
    static void load(Rows cloud, Customer one, int inScope) {
        try (var connection = cloud.source().getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy report (" + COLUMNS + ") from stdin", new StringReader(rows(one, inScope)));
        } catch (SQLException | IOException e) {
            throw new CrashFailure("cannot load reports", e);
        }
        cloud.update(
                "insert into report_serial select company_id, unnest(serials), report_id from report where company_id = ?",
                one.id());
    }

    private static String rows(Customer one, int inScope) {
        var random = new Random(one.id().getLeastSignificantBits());
        var rows = new StringBuilder();
        for (int i = 0; i < inScope + TOO_OLD; i++)
            row(rows, one, i, i < inScope ? 2 + i % 300 : 400 + i % 300, random);
        return rows.toString();
    }

    private static void row(StringBuilder rows, Customer one, int number, int days, Random random) {
        var noise = new byte[BYTES];
        random.nextBytes(noise);
        var original = ("<root>" + one.id() + " " + number + " "
                        + HexFormat.of().formatHex(noise) + "</root>")
                .getBytes(StandardCharsets.UTF_8);
        var at = java.time.Instant.now().minus(java.time.Duration.ofDays(days));
        var document = document(one.id(), number);
        rows.append(String.join(
                        "\t",
                        one.id().toString(),
                        document.toString(),
                        at.toString(),
                        "COMPUTER",
                        Customer.PRODUCT,
                        "7.1",
                        "ERASED",
                        SERIALS + number,
                        "NOT_VERIFIABLE",
                        "NONE",
                        hex(sha256(original)),
                        Integer.toString(original.length),
                        hex(Zstd.compress(original)),
                        hex("<entry/>".getBytes(StandardCharsets.UTF_8)),
                        "{\"Label ä\": \"x\"}",
                        at.toString(),
                        "{" + (SERIALS + number).toLowerCase(Locale.ROOT) + "}"))
                .append('\n');
    }

    private static UUID document(UUID company, int number) {
        var digest = ByteBuffer.wrap(sha256((company + ":" + number).getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /** As COPY reads bytes: the backslash is doubled. */
    private static String hex(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
