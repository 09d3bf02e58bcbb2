package dev.portolan.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Epochs and outcomes of transfers, as they stand in the Portal. */
public record TransferBooks(List<Tenant> tenants) {
    public TransferBooks {
        tenants = List.copyOf(tenants);
    }

    /**
     * One tenant.
     *
     * @param stands whether there is such a tenant
     * @param undoing whether it stands still for an undo
     */
    public record Tenant(UUID tenant, boolean stands, boolean undoing, List<Transfer> transfers) {
        public Tenant {
            transfers = List.copyOf(transfers);
        }
    }

    /**
     * @param epoch the greatest that was presented
     * @param completedAt when the Cloud said that both sides are equal; null before
     */
    public record Transfer(
            UUID transfer,
            long epoch,
            List<Decided> outcomes,
            @Nullable Instant completedAt) {
        public Transfer {
            outcomes = List.copyOf(outcomes);
        }

        /** The activation, if there is one. */
        public Optional<Decided> activated() {
            return outcomes.stream().filter(one -> one.is("ACTIVATED")).findFirst();
        }
    }

    /** @param outcome ACTIVATED, ABORTED, UNDONE, or a word that only a newer version knows */
    public record Decided(long epoch, String outcome, Instant at) {
        public boolean is(String word) {
            return outcome.equals(word);
        }
    }
}
