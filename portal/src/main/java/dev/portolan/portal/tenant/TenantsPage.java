package dev.portolan.portal.tenant;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.audit.Audit;
import dev.portolan.portal.audit.AuditAct;
import dev.portolan.portal.certificate.Certificates;
import dev.portolan.portal.invitation.Invitations;
import dev.portolan.portal.licence.Pools;
import dev.portolan.portal.report.ReportFigures;
import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tenants that a partner manages, and a look into one of them. */
@Controller
@RequestMapping("/tenants")
class TenantsPage {
    private final Authority authority;
    private final ManagedTenants tenants;
    private final Tenancy tenancy;
    private final Invitations invitations;
    private final Pools pools;
    private final ReportFigures reports;
    private final Audit audit;
    private final Certificates certificates;

    TenantsPage(
            Authority authority,
            ManagedTenants tenants,
            Tenancy tenancy,
            Invitations invitations,
            Pools pools,
            ReportFigures reports,
            Audit audit,
            Certificates certificates) {
        this.authority = authority;
        this.tenants = tenants;
        this.tenancy = tenancy;
        this.invitations = invitations;
        this.pools = pools;
        this.reports = reports;
        this.audit = audit;
        this.certificates = certificates;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String q, Model model) {
        requirePartner(person);
        model.addAttribute("tenants", tenants.tree(person.company(), q.strip()));
        model.addAttribute("q", q.strip());
        return "portal/tenants";
    }

    /** The partner's own row is what lets it in; only then are the customer's rows read, bound to the customer. */
    @GetMapping("/{id}")
    String open(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, Model model) {
        requirePartner(person);
        var managed = tenants.get(person.company(), id);
        var tenant = new CompanyId(managed.managedId());
        tenancy.run(person.company(), () -> {
            audit.note(person.company(), person.userId(), AuditAct.TENANT_OPENED, id);
            tenancy.run(tenant, () -> audit.note(tenant, person.userId(), AuditAct.TENANT_OPENED, id));
        });
        model.addAttribute("tenant", managed);
        model.addAttribute("people", invitations.state(tenant));
        model.addAttribute("pools", pools.list(tenant));
        model.addAttribute("reports", reports.count(tenant));
        model.addAttribute("certificate", certificates.newest(tenant).orElse(null));
        return "portal/tenant";
    }

    private void requirePartner(SignedIn person) {
        if (person.companyKind().equals("CUSTOMER")) throw Refusal.forbidden();
        authority.require(person, Right.READ_CUSTOMERS);
    }
}
