package dev.portolan.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which reports to read back.
 *
 * @param batch under which number the Portal keeps the root of what it read; null keeps none
 */
public record ProofQuestion(TransferTry order, @Nullable Integer batch, List<UUID> documents) {
    public ProofQuestion {
        documents = List.copyOf(documents);
    }
}
