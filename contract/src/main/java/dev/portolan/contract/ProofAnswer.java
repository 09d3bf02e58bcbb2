package dev.portolan.contract;

import java.util.List;

/**
 * What the Portal has read back.
 *
 * @param reports those of the asked reports that stand there; of those that stood there before only the bytes
 * @param ofTransfer how many of them this transfer brought; the others stood there before
 * @param damaged how many could not be decompressed
 * @param seen how many of them people see, where a batch is named
 */
public record ProofAnswer(List<ProvedReport> reports, int ofTransfer, int damaged, int seen) {
    public ProofAnswer {
        reports = List.copyOf(reports);
    }
}
