package dev.portolan.upgrade.eligibility;

import dev.portolan.contract.CompanyAnswer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the checks look at.
 *
 * @param managed whether the company stands directly below the one that asks; if not, nothing else is known
 * @param answer what the Portal says
 * @param oldestClient the oldest version of an erasure client that is supported
 */
record Question(boolean managed, Facts facts, CompanyAnswer answer, Version oldestClient) {

    List<String> oldClients() {
        return facts.clients().stream()
                .filter(client -> Version.of(client.version()).compareTo(oldestClient) < 0)
                .map(client -> client.name() + " " + client.version())
                .toList();
    }

    /** What all checks find, in their order. */
    List<Finding> findings() {
        if (!managed) return List.of(Finding.of(Check.NOT_YOUR_CUSTOMER, List.of("")));
        // A sub-partner is not this company's to move: nothing else about it matters here.
        if (facts.partner()) return Check.SUB_PARTNER.find(this).stream().toList();
        var findings = new ArrayList<Finding>();
        for (var check : Check.values()) check.find(this).ifPresent(findings::add);
        return findings;
    }
}
