package dev.portolan.report;

import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;

/** A trained dictionary, digested once for all bodies: to digest it takes longer than to compress a report with it. */
public final class ReportDictionary {
    static final int LEVEL = 3;

    private final ZstdDictCompress compress;
    private final ZstdDictDecompress decompress;

    /** @param bytes as zstd's trainer gave them, or any bytes that reports are like */
    public ReportDictionary(byte[] bytes) {
        compress = new ZstdDictCompress(bytes, LEVEL);
        decompress = new ZstdDictDecompress(bytes);
    }

    ZstdDictCompress toCompress() {
        return compress;
    }

    ZstdDictDecompress toDecompress() {
        return decompress;
    }
}
