package dev.portolan.contract;

import java.util.UUID;

/**
 * What the Cloud asks of the Portal in stage one. The id of a company is the id of its tenant.
 *
 * <p>Every method may throw {@link PortalUnreachable} (nothing is known of the outcome: ask again with the same message)
 * and {@link PortalRefusal} (the Portal said no, with a stable code).
 */
public interface ManagementPortal {

    /** What stands in the way of a company; writes nothing. */
    CompanyAnswer check(CompanyQuestion question);

    /** Creates the tenant, or finds it as created before by the same message. */
    Done provision(TenantProvision tenant);

    /** Creates groups, roles and users of a tenant; those that stand already are left as they are. */
    Done provision(PeopleProvision people);

    /** Invites users that have no invitation yet; a user named again is not mailed twice. */
    Done invite(InvitationOrder order);

    /** Who of a tenant was invited, what became of the mail, and who has signed up and in. */
    TenantAccess access(UUID tenant);

    /** How an erasure client of the tenant reaches the Portal; makes a single-use enrolment code for the user. */
    ClientSettings clientSettings(UUID tenant, UUID user);
}
