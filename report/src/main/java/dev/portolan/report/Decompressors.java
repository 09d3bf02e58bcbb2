package dev.portolan.report;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.concurrent.ArrayBlockingQueue;

/** A few contexts to use again: to make one takes longer than to decompress a report. */
final class Decompressors {
    private static final ArrayBlockingQueue<ZstdDecompressCtx> FREE =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

    private Decompressors() {}

    static ZstdDecompressCtx take() {
        var free = FREE.poll();
        return free == null ? new ZstdDecompressCtx() : free;
    }

    static void giveBack(ZstdDecompressCtx context) {
        context.reset();
        if (!FREE.offer(context)) context.close();
    }
}
