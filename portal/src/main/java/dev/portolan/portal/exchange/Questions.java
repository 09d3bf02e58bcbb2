package dev.portolan.portal.exchange;

import dev.portolan.contract.AccessQuestion;
import dev.portolan.contract.ClientSettings;
import dev.portolan.contract.CompanyAnswer;
import dev.portolan.contract.CompanyQuestion;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.SettingsQuestion;
import dev.portolan.contract.TenantAccess;
import dev.portolan.contract.TenantAccess.MailFate;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.platform.outbox.MailState;
import dev.portolan.portal.client.EnrolmentCodes;
import dev.portolan.portal.invitation.Invitations;
import dev.portolan.portal.invitation.Invitee;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers what the wizard asks. */
@Component
class Questions {
    private static final String CLIENT_PROTOCOL = "/v1/client";
    private static final int LONGEST_NAME = 200;

    private final Tenancy tenancy;
    private final PeopleStore people;
    private final TenantStore tenants;
    private final Invitations invitations;
    private final EnrolmentCodes codes;
    private final URI publicUrl;

    Questions(
            Tenancy tenancy,
            PeopleStore people,
            TenantStore tenants,
            Invitations invitations,
            EnrolmentCodes codes,
            @Value("${portolan.public-url}") URI publicUrl) {
        this.tenancy = tenancy;
        this.people = people;
        this.tenants = tenants;
        this.invitations = invitations;
        this.codes = codes;
        this.publicUrl = publicUrl;
    }

    CompanyAnswer check(CompanyQuestion question) {
        var exists = tenancy.within(new CompanyId(question.tenant()), () -> tenants.exists(question.tenant()));
        var known = tenants.products();
        return new CompanyAnswer(
                exists,
                usable(question.name()),
                people.taken(question.emails(), question.tenant()),
                question.products().stream()
                        .filter(product -> !known.contains(product))
                        .toList());
    }

    static boolean usable(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    TenantAccess access(AccessQuestion question) {
        var tenant = new CompanyId(question.tenant());
        if (!tenancy.within(tenant, () -> tenants.exists(tenant.value())))
            return new TenantAccess(tenant.value(), false, List.of());
        return new TenantAccess(
                tenant.value(),
                true,
                invitations.state(tenant).stream().map(Questions::person).toList());
    }

    private static TenantAccess.Person person(Invitee invitee) {
        return new TenantAccess.Person(
                invitee.userId(),
                invitee.email(),
                invitee.name(),
                invitee.predefinedRole() == null ? invitee.role() : invitee.predefinedRole(),
                fate(invitee.mail()),
                invitee.refusal(),
                invitee.invitedAt(),
                invitee.signedUpAt(),
                invitee.firstSignedInAt());
    }

    private static MailFate fate(@Nullable MailState state) {
        return switch (state) {
            case null -> MailFate.NONE;
            case QUEUED -> MailFate.QUEUED;
            case HANDED_OVER -> MailFate.HANDED_OVER;
            case REFUSED -> MailFate.REFUSED;
        };
    }

    ClientSettings clientSettings(SettingsQuestion question) {
        return tenancy.within(new CompanyId(question.tenant()), () -> {
            var email = people.email(question.tenant(), question.user())
                    .orElseThrow(() ->
                            new PortalRefusal("unknown_user", question.user().toString()));
            boolean tls = "https".equals(publicUrl.getScheme());
            int port = publicUrl.getPort() >= 0 ? publicUrl.getPort() : tls ? 443 : 80;
            return new ClientSettings(
                    publicUrl + CLIENT_PROTOCOL,
                    publicUrl.getHost(),
                    port,
                    tls,
                    email,
                    codes.make(new CompanyId(question.tenant()), question.user()));
        });
    }
}
