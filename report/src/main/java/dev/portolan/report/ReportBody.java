package dev.portolan.report;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.portolan.report.UnreadableReport.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A report's bytes as they rest and travel: one zstd frame with its length and a checksum, made once, on arrival.
 * {@link #original()} gives back exactly the bytes received.
 */
public final class ReportBody {
    /** The id that says "compressed without a dictionary". */
    public static final int NO_DICTIONARY = 0;

    private final byte[] compressed;
    private final int dictionary;

    private ReportBody(byte[] compressed, int dictionary) {
        this.compressed = compressed;
        this.dictionary = dictionary;
    }

    /** Compresses without a dictionary. */
    public static ReportBody compress(byte[] original) {
        return compress(original, NO_DICTIONARY, ReportDictionaries.NONE);
    }

    /** Compresses with the newest dictionary, as a report is when it arrives. */
    public static ReportBody compressOnArrival(byte[] original) {
        return compress(original, BuiltInDictionaries.NEWEST, ReportDictionaries.BUILT_IN);
    }

    /** Compresses with the dictionary of this id, which must be kept as long as the body. */
    public static ReportBody compress(byte[] original, int dictionary, ReportDictionaries dictionaries) {
        if (original.length > ReportDocument.MAX_BYTES) {
            throw new UnreadableReport(Reason.REPORT_TOO_LARGE, original.length + " bytes");
        }
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setLevel(ReportDictionary.LEVEL).setChecksum(true);
            if (dictionary != NO_DICTIONARY) {
                context.loadDict(dictionaries.dictionary(dictionary).toCompress());
            }
            return new ReportBody(context.compress(original), dictionary);
        }
    }

    /** A body read back from where it was stored; nothing is checked until it is decompressed. */
    public static ReportBody stored(byte[] compressed, int dictionary) {
        return new ReportBody(compressed.clone(), dictionary);
    }

    /** The compressed bytes, a copy. */
    public byte[] compressed() {
        return compressed.clone();
    }

    public int compressedSize() {
        return compressed.length;
    }

    public int dictionary() {
        return dictionary;
    }

    /** The bytes received. */
    public byte[] original() {
        return original(ReportDictionaries.BUILT_IN);
    }

    /**
     * The bytes received.
     *
     * @throws UnreadableReport if the frame is damaged, or claims more than {@link ReportDocument#MAX_BYTES}
     */
    public byte[] original(ReportDictionaries dictionaries) {
        byte[] original = new byte[claimedSize()];
        ZstdDecompressCtx context = Decompressors.take();
        try {
            if (dictionary != NO_DICTIONARY) {
                context.loadDict(dictionaries.dictionary(dictionary).toDecompress());
            }
            if (context.decompress(original, compressed) != original.length) {
                throw damaged(null);
            }
            return original;
        } catch (ZstdException broken) {
            throw damaged(broken);
        } finally {
            Decompressors.giveBack(context);
        }
    }

    /** Looked at before any memory is taken: a few bytes can claim terabytes. */
    private int claimedSize() {
        long size = compressed.length == 0 ? -1 : Zstd.getFrameContentSize(compressed);
        if (size < 0) {
            throw damaged(null);
        }
        if (size > ReportDocument.MAX_BYTES) {
            throw new UnreadableReport(Reason.REPORT_TOO_LARGE, "compressed body of " + size + " bytes");
        }
        return (int) size;
    }

    private static UnreadableReport damaged(@Nullable Throwable cause) {
        return new UnreadableReport(Reason.REPORT_BODY_DAMAGED, "compressed body is damaged", cause);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReportBody that
                && dictionary == that.dictionary
                && Arrays.equals(compressed, that.compressed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(compressed) + dictionary;
    }
}
