package dev.portolan.ledger;

import java.util.List;

/** What pays for a report that arrived with no open reservation. Such a report is stored in every case. */
public sealed interface CoverDecision {

    /** @param entries a reservation and its consumption, to be written in this order */
    record Covered(List<LedgerEntry> entries) implements CoverDecision {
        public Covered {
            entries = List.copyOf(entries);
        }
    }

    /** The report is stored and marked as not covered by a licence. */
    record Uncovered(RefusalCode why) implements CoverDecision {}
}
