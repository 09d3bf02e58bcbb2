package dev.portolan.upgrade.step;

import static dev.portolan.upgrade.status.MigrationEvent.STAGE_ONE_ORDERED;

import dev.portolan.upgrade.company.Companies;
import dev.portolan.upgrade.company.RoleDifference;
import dev.portolan.upgrade.journey.Journey;
import dev.portolan.upgrade.journey.OptionAnswers;
import dev.portolan.upgrade.journey.Path;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.upgrade.wizard.StepForm;
import dev.portolan.upgrade.wizard.Stop;
import dev.portolan.upgrade.wizard.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Step 3: creates the company's tenant and users in the Portal. */
@Component
class SetUpForm implements StepForm {
    private static final String ACCEPTED = "rolesAccepted";
    private static final String HIERARCHY_UNDERSTOOD = "hierarchyUnderstood";

    private final Companies companies;
    private final Migrations migrations;
    private final ObjectProvider<StageOneOrders> stageOne;

    SetUpForm(Companies companies, Migrations migrations, ObjectProvider<StageOneOrders> stageOne) {
        this.companies = companies;
        this.migrations = migrations;
        this.stageOne = stageOne;
    }

    @Override
    public Step step() {
        return Step.SET_UP;
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                OptionAnswers.SUB_GROUPS,
                OptionAnswers.CUSTOM_ROLES,
                OptionAnswers.HIERARCHY,
                ACCEPTED,
                HIERARCHY_UNDERSTOOD);
    }

    @Override
    public void show(Visit visit, Model model) {
        model.addAttribute("users", companies.users(visit.company()));
        model.addAttribute("differences", companies.roleDifferences(visit.company()));
    }

    @Override
    public Optional<Stop> stop(Visit visit, Map<String, String> typed) {
        boolean custom = "yes".equals(typed.get(OptionAnswers.CUSTOM_ROLES));
        if (custom && !"yes".equals(typed.get(ACCEPTED)) && givesMore(visit))
            return Optional.of(Stop.at(ACCEPTED, "upgrade.stop.roles-accepted"));
        boolean direct = visit.journey().path() == Path.DIRECT;
        if (direct && !"yes".equals(typed.get(HIERARCHY_UNDERSTOOD)))
            return Optional.of(Stop.at(HIERARCHY_UNDERSTOOD, "upgrade.stop.hierarchy-understood"));
        return Optional.empty();
    }

    private boolean givesMore(Visit visit) {
        return companies.roleDifferences(visit.company()).stream().anyMatch(RoleDifference::givesMore);
    }

    @Override
    public void work(Visit visit, Journey locked) {
        var company = visit.company();
        migrations.begin(company, company, MigrationState.STAGE_ONE_PENDING);
        if (migrations
                .happened(company, company, STAGE_ONE_ORDERED, visit.user(), null)
                .isPresent())
            stageOne.getObject().order(company, List.of(company), OptionAnswers.of(locked), visit.user());
    }
}
