package dev.portolan.upgrade.eligibility;

import static dev.portolan.upgrade.status.MigrationEvent.FOUND_ELIGIBLE;
import static dev.portolan.upgrade.status.MigrationEvent.FOUND_NOT_ELIGIBLE;
import static dev.portolan.upgrade.status.MigrationState.VALIDATING;

import dev.portolan.contract.CompanyAnswer;
import dev.portolan.contract.CompanyQuestion;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.access.PortalLink;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.OptionAnswers;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.status.Migrations;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks one company and writes down what it found. */
@Component
public class Validation {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CompanyFacts companies;
    private final PortalLink portal;
    private final Findings findings;
    private final Migrations migrations;
    private final Journeys journeys;
    private final Version oldestClient;

    Validation(
            Tenancy tenancy,
            JdbcClient jdbc,
            Clock clock,
            CompanyFacts companies,
            PortalLink portal,
            Findings findings,
            Migrations migrations,
            Journeys journeys,
            @Value("${portolan.upgrade.oldest-client:6.0.0}") String oldestClient) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
        this.companies = companies;
        this.portal = portal;
        this.findings = findings;
        this.migrations = migrations;
        this.journeys = journeys;
        this.oldestClient = Version.of(oldestClient);
    }

    /**
     * Checks a subject that is being validated; does nothing for any other.
     *
     * @throws PortalUnreachable if the Portal does not answer: ask again later, the page says so meanwhile
     */
    public void run(CompanyId runner, CompanyId subject) {
        if (!migrations.state(runner, subject).filter(VALIDATING::equals).isPresent()) return;
        try {
            var question = question(runner, subject);
            var found = question.findings();
            tenancy.run(runner, () -> settle(runner, subject, question, found));
        } catch (PortalUnreachable silent) {
            tenancy.run(runner, () -> waitForPortal(runner, subject));
            throw silent;
        }
    }

    /**
     * Checks a subject once more whose next stage is ordered, and keeps what was found for its page; moves nothing.
     *
     * @return what stands in the way; empty where nothing does
     * @throws PortalUnreachable if the Portal does not answer
     */
    public List<Finding> again(CompanyId runner, CompanyId subject) {
        var question = question(runner, subject);
        var found = question.findings();
        tenancy.run(runner, () -> keep(runner, subject, question, found));
        return found.stream()
                .filter(finding -> finding.check().severity() == Severity.BLOCKER)
                .toList();
    }

    /** What stands in the way of a subject at this moment; writes nothing. */
    public List<Finding> look(CompanyId runner, CompanyId subject) {
        return question(runner, subject).findings();
    }

    private Question question(CompanyId runner, CompanyId subject) {
        var facts = companies.of(runner, subject);
        if (runner.equals(subject)) facts = facts.map(Facts::asItsOwn);
        if (facts.isEmpty()) return new Question(false, UNKNOWN, NOTHING, oldestClient);
        var known = facts.get();
        return new Question(true, known, known.partner() ? NOTHING : ask(runner, subject, known), oldestClient);
    }

    private CompanyAnswer ask(CompanyId runner, CompanyId subject, Facts facts) {
        var options = journeys.find(runner).map(OptionAnswers::of).orElse(SetUpOptions.DEFAULT);
        var emails = facts.people().stream()
                .filter(person -> person.mainGroup() || options.subGroups())
                .filter(person -> person.predefined() != null || options.customRoles())
                .map(Facts.Person::email)
                .toList();
        return portal.check(new CompanyQuestion(subject.value(), facts.name(), emails, facts.products()));
    }

    private void waitForPortal(CompanyId runner, CompanyId subject) {
        jdbc.sql("""
                update customer
                set warnings = '{PORTAL_SILENT}', version = version + 1
                where company_id = :company and customer_id = :subject and warnings <> '{PORTAL_SILENT}'
                """)
                .param("company", runner.value())
                .param("subject", subject.value())
                .update();
    }

    private void settle(CompanyId runner, CompanyId subject, Question asked, List<Finding> found) {
        boolean stops = found.stream().anyMatch(finding -> finding.check().severity() == Severity.BLOCKER);
        var moved = migrations.happened(runner, subject, stops ? FOUND_NOT_ELIGIBLE : FOUND_ELIGIBLE, null, null);
        if (moved.isPresent()) keep(runner, subject, asked, found);
    }

    private void keep(CompanyId runner, CompanyId subject, Question asked, List<Finding> found) {
        findings.replace(runner, subject, found, clock.instant());
        jdbc.sql("""
                update customer
                set blockers = :blockers, warnings = :warnings, users = :users, licences = :licences,
                    reports = :reports, clients = :clients, validated_at = :now, version = version + 1
                where company_id = :company and customer_id = :subject
                """)
                .param("blockers", codes(found, Severity.BLOCKER))
                .param("warnings", codes(found, Severity.WARNING))
                .param("users", asked.facts().people().size())
                .param("licences", asked.facts().licences())
                .param("reports", asked.facts().reports())
                .param("clients", asked.facts().clients().size())
                .param("now", Timestamp.from(clock.instant()))
                .param("company", runner.value())
                .param("subject", subject.value())
                .update();
    }

    private static String[] codes(List<Finding> found, Severity severity) {
        return found.stream()
                .filter(finding -> finding.check().severity() == severity)
                .map(finding -> finding.check().name())
                .toArray(String[]::new);
    }

    private static final CompanyAnswer NOTHING = new CompanyAnswer(false, true, List.of(), List.of());
    private static final Facts UNKNOWN = new Facts(
            "",
            true,
            false,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            BigDecimal.ZERO,
            0);
}
