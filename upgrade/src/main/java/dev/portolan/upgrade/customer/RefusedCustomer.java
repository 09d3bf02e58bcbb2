package dev.portolan.upgrade.customer;

import dev.portolan.upgrade.eligibility.Finding;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** A customer whose order was refused since it no longer passes the checks; lives in a session until it is shown. */
public record RefusedCustomer(UUID id, String name, List<Reason> findings) implements Serializable {
    public RefusedCustomer {
        findings = List.copyOf(findings);
    }

    /** Names a check's texts, and how many it is about. */
    public record Reason(String check, long amount) implements Serializable {}

    static RefusedCustomer of(CustomerRow row, List<Finding> findings) {
        return new RefusedCustomer(
                row.id().value(),
                row.name(),
                findings.stream()
                        .map(finding -> new Reason(finding.check().name(), finding.amount()))
                        .toList());
    }
}
