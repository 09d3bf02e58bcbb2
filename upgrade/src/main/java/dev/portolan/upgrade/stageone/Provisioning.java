package dev.portolan.upgrade.stageone;

import dev.portolan.contract.ManagementPortal;
import dev.portolan.contract.PeopleProvision;
import dev.portolan.contract.TenantProvision;
import dev.portolan.contract.TenantProvision.Trial;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.order.SetUpOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Creates a company's tenant and people in the Portal. */
@Component
public class Provisioning {
    private static final List<String> TRIED_BY_EVERYBODY = List.of("Drive Eraser - PC Edition");

    private final ManagementPortal portal;
    private final CompanySource companies;
    private final BigDecimal trialUnits;

    Provisioning(
            ManagementPortal portal,
            CompanySource companies,
            @Value("${portolan.upgrade.trial-licences:5}") BigDecimal trialUnits) {
        this.portal = portal;
        this.companies = companies;
        this.trialUnits = trialUnits;
    }

    void tenant(Run run) {
        var company = read(run);
        Asking.of(() -> portal.provision(new TenantProvision(
                company.id(),
                parent(run),
                company.kind(),
                company.name(),
                company.language(),
                company.zone(),
                trials(company))));
    }

    void roles(Run run) {
        var selection = selection(run);
        send(new PeopleProvision(run.subject().value(), List.of(), selection.roles(), List.of()));
    }

    void groups(Run run) {
        var selection = selection(run);
        send(new PeopleProvision(run.subject().value(), selection.groups(), List.of(), List.of()));
    }

    void users(Run run) {
        var selection = selection(run);
        send(new PeopleProvision(run.subject().value(), List.of(), List.of(), selection.users()));
    }

    /** Creates whoever is missing in the Portal; for stage two, since people have joined meanwhile. */
    public void everybody(Run run, SetUpOptions options) {
        var selection = Selection.of(read(run), options);
        send(new PeopleProvision(run.subject().value(), selection.groups(), selection.roles(), selection.users()));
    }

    private void send(PeopleProvision people) {
        Asking.of(() -> portal.provision(people));
    }

    private Selection selection(Run run) {
        return Selection.of(read(run), OrderTerms.options(run));
    }

    private CompanyRecord read(Run run) {
        return run.within(() -> companies.read(run.subject()));
    }

    /** The runner's tenant is the parent of its customers' tenants. */
    private static @Nullable UUID parent(Run run) {
        return run.subject().equals(run.runner()) ? null : run.runner().value();
    }

    private List<Trial> trials(CompanyRecord company) {
        var products = company.products().isEmpty() ? TRIED_BY_EVERYBODY : company.products();
        return products.stream().map(product -> new Trial(product, trialUnits)).toList();
    }
}
