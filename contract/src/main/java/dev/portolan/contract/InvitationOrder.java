package dev.portolan.contract;

import java.util.List;
import java.util.UUID;

/**
 * Users of a tenant to invite.
 *
 * @param order makes the message the same message when it is sent again; another order invites again those who have not
 *     signed up
 */
public record InvitationOrder(UUID tenant, UUID order, List<UUID> users) {
    public InvitationOrder {
        users = List.copyOf(users);
    }
}
