package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.Leavers;
import dev.portolan.contract.ManagementPortal;
import dev.portolan.contract.TenantAccess.Person;
import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.stageone.CompanySource;
import dev.portolan.upgrade.stageone.Inviting;
import dev.portolan.upgrade.stageone.Provisioning;
import dev.portolan.upgrade.stageone.StageOneChoices;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Follows what has changed since stage one: who joined is created and invited, who left is barred. */
@Component
class PeopleAgain {
    private final StageOneChoices choices;
    private final Provisioning provisioning;
    private final Inviting inviting;
    private final CompanySource companies;
    private final ManagementPortal portal;
    private final TransferPortal transfers;

    PeopleAgain(
            StageOneChoices choices,
            Provisioning provisioning,
            Inviting inviting,
            CompanySource companies,
            ManagementPortal portal,
            TransferPortal transfers) {
        this.choices = choices;
        this.provisioning = provisioning;
        this.inviting = inviting;
        this.companies = companies;
        this.portal = portal;
        this.transfers = transfers;
    }

    void again(Run run) {
        provisioning.everybody(run, choices.of(run));
        inviting.invite(run);
        var leavers = leavers(run);
        if (!leavers.isEmpty())
            Asking.of(() -> transfers.bar(new Leavers(run.subject().value(), leavers)));
    }

    /** Users whom the Cloud has barred since; those it does not know are the Portal's own. */
    private List<UUID> leavers(Run run) {
        var barred = run.within(() -> companies.barred(run.subject()));
        var there = Asking.of(() -> portal.access(run.subject().value())).people().stream()
                .map(Person::user)
                .collect(Collectors.toSet());
        return barred.stream().filter(there::contains).toList();
    }
}
