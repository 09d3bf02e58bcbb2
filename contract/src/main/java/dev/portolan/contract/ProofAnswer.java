package dev.portolan.contract;

import java.util.List;

/**
 * What the Portal has read back.
 *
 * @param reports those of the asked reports that stand there
 * @param ofTransfer how many of them this transfer brought; the others stood there before
 * @param damaged how many could not be decompressed
 */
public record ProofAnswer(List<ProvedReport> reports, int ofTransfer, int damaged) {
    public ProofAnswer {
        reports = List.copyOf(reports);
    }
}
