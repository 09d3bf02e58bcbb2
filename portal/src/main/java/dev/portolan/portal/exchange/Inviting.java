package dev.portolan.portal.exchange;

import dev.portolan.contract.ContentDigest;
import dev.portolan.contract.Done;
import dev.portolan.contract.InvitationOrder;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.invitation.Invitations;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Invites users by order of the Cloud; an order is carried out once, however often it is sent. */
@Component
class Inviting {
    private static final String MESSAGE = "invitations";

    private final Tenancy tenancy;
    private final PeopleStore people;
    private final Receipts receipts;
    private final Invitations invitations;

    Inviting(Tenancy tenancy, PeopleStore people, Receipts receipts, Invitations invitations) {
        this.tenancy = tenancy;
        this.people = people;
        this.receipts = receipts;
        this.invitations = invitations;
    }

    Done invite(InvitationOrder order) {
        var tenant = new CompanyId(order.tenant());
        var key = ContentDigest.sha256(order.order().toString().getBytes(StandardCharsets.UTF_8));
        return tenancy.within(
                tenant,
                () -> receipts.find(order.tenant(), MESSAGE, key).orElseGet(() -> {
                    people.toInvite(order.tenant(), order.users()).forEach(user -> invitations.invite(tenant, user));
                    return receipts.give(order.tenant(), MESSAGE, key);
                }));
    }
}
