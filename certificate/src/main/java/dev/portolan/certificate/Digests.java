package dev.portolan.certificate;

import dev.portolan.report.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Digests of what is no report. */
public final class Digests {
    private Digests() {}

    /** SHA-256 in hex over the canonical form (RFC 8785) of a list of rows of texts. */
    public static String of(List<List<String>> rows) {
        return Sha256.of(CanonicalJson.write(Json.MAPPER.valueToTree(rows))).hex();
    }

    /** An id that is the same for the same name: version 8 (RFC 9562), from the name's SHA-256. */
    public static UUID id(String name) {
        var digest =
                ByteBuffer.wrap(Sha256.of(name.getBytes(StandardCharsets.UTF_8)).bytes());
        long high = digest.getLong() & ~0xF000L | 0x8000L;
        long low = digest.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
