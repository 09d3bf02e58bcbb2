package dev.portolan.contract;

import java.util.List;

/**
 * What stands in the way of a company.
 *
 * @param exists whether its tenant stands already
 * @param nameUsable whether a tenant may bear its name
 * @param takenEmails those of the asked addresses that belong to another tenant
 * @param unknownProducts those of the asked products that the Portal does not know
 */
public record CompanyAnswer(
        boolean exists, boolean nameUsable, List<String> takenEmails, List<String> unknownProducts) {
    public CompanyAnswer {
        takenEmails = List.copyOf(takenEmails);
        unknownProducts = List.copyOf(unknownProducts);
    }
}
