package dev.portolan.upgrade.step;

import static dev.portolan.upgrade.status.MigrationEvent.TRANSFER_ORDERED;

import dev.portolan.upgrade.company.Companies;
import dev.portolan.upgrade.customer.Recheck;
import dev.portolan.upgrade.eligibility.Finding;
import dev.portolan.upgrade.journey.Journey;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.upgrade.wizard.StepForm;
import dev.portolan.upgrade.wizard.Stop;
import dev.portolan.upgrade.wizard.Visit;
import dev.portolan.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Step 11: the company's own transfer. Its confirmation closes the door for customers that are not started. */
@Component
class TransferDataForm implements StepForm {
    private static final String SCOPE = "scope";
    private static final String UNDERSTOOD = "transferUnderstood";

    private final Companies companies;
    private final Journeys journeys;
    private final Migrations migrations;
    private final ObjectProvider<StageTwoOrders> stageTwo;
    private final Recheck recheck;
    private final MessageSource texts;
    private final Clock clock;

    TransferDataForm(
            Companies companies,
            Journeys journeys,
            Migrations migrations,
            ObjectProvider<StageTwoOrders> stageTwo,
            Recheck recheck,
            MessageSource texts,
            Clock clock) {
        this.companies = companies;
        this.journeys = journeys;
        this.migrations = migrations;
        this.stageTwo = stageTwo;
        this.recheck = recheck;
        this.texts = texts;
        this.clock = clock;
    }

    /** One choice with its numbers. */
    record Card(ReportScope scope, long reports, long bytes, long staying) {}

    @Override
    public Step step() {
        return Step.TRANSFER_DATA;
    }

    @Override
    public Set<String> fields() {
        return Set.of(SCOPE, UNDERSTOOD);
    }

    @Override
    public void show(Visit visit, Model model) {
        model.addAttribute(
                "cards",
                Arrays.stream(ReportScope.values())
                        .map(scope -> card(visit, scope))
                        .toList());
        model.addAttribute("licences", companies.licences(visit.company()));
    }

    private Card card(Visit visit, ReportScope scope) {
        var numbers = companies.reports(visit.company(), since(visit, scope));
        return new Card(scope, numbers.within(), numbers.bytesWithin(), numbers.before());
    }

    private Instant since(Visit visit, ReportScope scope) {
        var now = clock.instant();
        // "None" begins now; the few that arrive meanwhile change no figure a person decides by.
        return now.atZone(ZoneId.of(visit.person().zone()))
                .minusMonths(scope.months())
                .toInstant();
    }

    @Override
    public Optional<Stop> stop(Visit visit, Map<String, String> typed) {
        if (scope(typed.get(SCOPE)).isEmpty()) return Optional.of(Stop.at(SCOPE, "upgrade.stop.scope"));
        if (!"yes".equals(typed.get(UNDERSTOOD)))
            return Optional.of(Stop.at(UNDERSTOOD, "upgrade.stop.transfer-understood"));
        var state = migrations.state(visit.company(), visit.company());
        if (state.filter(MigrationState.STAGE_ONE_COMPLETED::equals).isEmpty())
            return Optional.of(Stop.at(UNDERSTOOD, "upgrade.stop.own-stage-one"));
        var blockers = recheck.blockers(visit.company(), visit.company());
        return blockers.isEmpty()
                ? Optional.empty()
                : Optional.of(Stop.at(UNDERSTOOD, "upgrade.stop.not-eligible", said(blockers)));
    }

    private String said(List<Finding> blockers) {
        var locale = LocaleContextHolder.getLocale();
        return blockers.stream()
                .map(finding ->
                        texts.getMessage("upgrade.finding." + finding.check(), new Object[] {finding.amount()}, locale))
                .collect(Collectors.joining("; "));
    }

    @Override
    public void work(Visit visit, Journey locked) {
        var company = visit.company();
        journeys.closeDoor(company);
        if (migrations
                .happened(company, company, TRANSFER_ORDERED, visit.user(), null)
                .isEmpty()) throw new Refusal(HttpStatus.CONFLICT, "upgrade_moved_on");
        stageTwo.getObject()
                .order(company, List.of(company), scope(locked.answer(SCOPE)).orElseThrow(), visit.user());
    }

    static Optional<ReportScope> scope(@org.jspecify.annotations.Nullable String text) {
        return Arrays.stream(ReportScope.values())
                .filter(scope -> scope.name().equals(text))
                .findFirst();
    }
}
