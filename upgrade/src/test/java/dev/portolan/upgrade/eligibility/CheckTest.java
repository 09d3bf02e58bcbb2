package dev.portolan.upgrade.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.contract.CompanyAnswer;
import dev.portolan.upgrade.company.RoleDifference;
import dev.portolan.upgrade.eligibility.Facts.Client;
import dev.portolan.upgrade.eligibility.Facts.Person;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static final CompanyAnswer WELL = new CompanyAnswer(false, true, List.of(), List.of());
    private static final Version OLDEST = Version.of("6.0.0");

    private String name = "Company";
    private boolean active = true;
    private boolean moved;
    private boolean partner;
    private List<Person> people = List.of(person("ann@company.example", "MANAGER", false));
    private List<String> underWay = List.of();
    private List<String> inFlight = List.of();
    private List<Client> clients = List.of(new Client("Bench", "7.1.0"));
    private long legacyCalls;
    private List<RoleDifference> roles = List.of();
    private CompanyAnswer answer = WELL;

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(found()).isEmpty();
    }

    @Test
    void aCompanyThatIsNotBelowThePartnerIsNotLookedAtFurther() {
        active = false;
        assertThat(new Question(false, facts(), answer, OLDEST).findings())
                .extracting(Finding::check)
                .containsExactly(Check.NOT_YOUR_CUSTOMER);
    }

    @Test
    void aSubPartnerIsListedAsSuchAndNothingElseIsSaidOfIt() {
        partner = true;
        active = false;
        assertThat(codes()).containsExactly(Check.SUB_PARTNER);
    }

    @Test
    void aSuspendedAccountBlocks() {
        active = false;
        assertThat(codes()).containsExactly(Check.ACCOUNT_NOT_ACTIVE);
    }

    @Test
    void aCompanyThatHasMovedBlocks() {
        moved = true;
        assertThat(codes()).containsExactly(Check.ALREADY_MIGRATED);
    }

    @Test
    void needsAManagerWhomMailReaches() {
        people = List.of();
        assertThat(codes()).containsExactly(Check.NO_REACHABLE_MANAGER);
        people = List.of(person("ann@company.example", "AUDITOR", false));
        assertThat(codes()).containsExactly(Check.NO_REACHABLE_MANAGER);
        people = List.of(person("ann@company.example", "MANAGER", true));
        assertThat(codes()).containsExactly(Check.NO_REACHABLE_MANAGER);
        people = List.of(person("not an address", "MANAGER", false));
        assertThat(codes()).containsExactly(Check.NO_REACHABLE_MANAGER);
        people = List.of(person("ann@company.example", null, false));
        assertThat(codes()).containsExactly(Check.NO_REACHABLE_MANAGER);
    }

    @Test
    void anAddressTakenInThePortalBlocksAndIsNamed() {
        answer = new CompanyAnswer(false, true, List.of("ann@company.example"), List.of());
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.EMAIL_TAKEN);
            assertThat(finding.named()).containsExactly("ann@company.example");
        });
    }

    @Test
    void aNameThatCannotBeUsedBlocks() {
        answer = new CompanyAnswer(false, false, List.of(), List.of());
        assertThat(codes()).containsExactly(Check.NAME_UNUSABLE);
    }

    @Test
    void aProductThatThePortalDoesNotKnowBlocksAndIsNamed() {
        answer = new CompanyAnswer(false, true, List.of(), List.of("Old Eraser"));
        assertThat(codes()).containsExactly(Check.PRODUCT_UNKNOWN);
        assertThat(found().getFirst().named()).containsExactly("Old Eraser");
    }

    @Test
    void licencesUnderWayBlock() {
        underWay = List.of("File Eraser");
        assertThat(codes()).containsExactly(Check.LICENCES_UNDER_WAY);
    }

    @Test
    void runningErasuresWarnWithTheirNumber() {
        inFlight = List.of("Bench 1 (Ann)", "Bench 2 (Ben)");
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.ERASURES_IN_FLIGHT);
            assertThat(finding.amount()).isEqualTo(2);
            assertThat(finding.check().severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void clientsOfUnsupportedVersionsWarn() {
        clients = List.of(
                new Client("Old", "5.9.2"),
                new Client("Exact", "6.0"),
                new Client("New", "10.0.1"),
                new Client("Odd", "x.y"));
        assertThat(found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.named()).containsExactly("Old 5.9.2", "Odd x.y"));
    }

    @Test
    void useOfTheLegacyApiWarnsWithTheNumberOfCalls() {
        legacyCalls = 321;
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.LEGACY_API_USED);
            assertThat(finding.amount()).isEqualTo(321);
            assertThat(finding.named()).isEmpty();
        });
    }

    @Test
    void onlyARoleThatGivesMoreIsADifferenceToAccept() {
        roles = List.of(
                new RoleDifference("Less", 1, List.of(new RoleDifference.Right("READ_AUDIT", true, false))),
                new RoleDifference("More", 1, List.of(new RoleDifference.Right("ERASE", false, true))));
        assertThat(found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.named()).containsExactly("More"));
    }

    @Test
    void findingsStandInTheOrderOfTheChecks() {
        legacyCalls = 1;
        active = false;
        people = List.of();
        assertThat(codes())
                .containsExactly(Check.ACCOUNT_NOT_ACTIVE, Check.NO_REACHABLE_MANAGER, Check.LEGACY_API_USED);
    }

    private static Person person(String email, String role, boolean refused) {
        return new Person(UUID.randomUUID(), email, role, true, refused);
    }

    private List<Check> codes() {
        return found().stream().map(Finding::check).toList();
    }

    private List<Finding> found() {
        return new Question(true, facts(), answer, OLDEST).findings();
    }

    private Facts facts() {
        return new Facts(
                name,
                active,
                moved,
                partner,
                people,
                List.of(),
                underWay,
                inFlight,
                clients,
                legacyCalls,
                roles,
                BigDecimal.ONE,
                10);
    }
}
