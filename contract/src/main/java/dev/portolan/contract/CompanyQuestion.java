package dev.portolan.contract;

import java.util.List;
import java.util.UUID;

/**
 * May this company come over?
 *
 * @param emails addresses of the users that would move, in lower case
 * @param products names of the products it holds licences of
 */
public record CompanyQuestion(UUID tenant, String name, List<String> emails, List<String> products) {
    public CompanyQuestion {
        emails = List.copyOf(emails);
        products = List.copyOf(products);
    }
}
