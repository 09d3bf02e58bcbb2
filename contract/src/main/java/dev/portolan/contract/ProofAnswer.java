package dev.portolan.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the Portal has read back.
 *
 * @param reports those of the asked reports that stand there; of those that stood there before only the bytes
 * @param ofTransfer how many of them this transfer brought; the others stood there before
 * @param damaged how many could not be decompressed
 * @param seen how many of them people see, where a batch is named
 * @param elsewhere the documents of which a copy stands under another tenant; a Portal of an older version does not say
 */
public record ProofAnswer(
        List<ProvedReport> reports,
        int ofTransfer,
        int damaged,
        int seen,
        @Nullable List<UUID> elsewhere) {
    public ProofAnswer {
        reports = List.copyOf(reports);
        if (elsewhere != null) elsewhere = List.copyOf(elsewhere);
    }
}
