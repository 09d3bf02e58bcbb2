package dev.portolan.report;

import java.util.List;

/** What a report says of its erasures taken together. Certificates call these Erased, Not Erased, Erased with exceptions. */
public enum ErasureState {
    ERASED,
    ERASED_WITH_EXCEPTIONS,
    NOT_ERASED;

    /** One that did not succeed makes the whole not erased, and so does a report without any erasure. */
    static ErasureState of(List<Erasure> erasures) {
        if (erasures.isEmpty() || !erasures.stream().allMatch(Erasure::successful)) {
            return NOT_ERASED;
        }
        return erasures.stream().allMatch(e -> e.exceptions().isEmpty()) ? ERASED : ERASED_WITH_EXCEPTIONS;
    }
}
