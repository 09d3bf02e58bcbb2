package dev.portolan.upgrade.eligibility;

import static dev.portolan.upgrade.eligibility.Fixer.CUSTOMER;
import static dev.portolan.upgrade.eligibility.Fixer.PARTNER;
import static dev.portolan.upgrade.eligibility.Fixer.SUPPORT;
import static dev.portolan.upgrade.eligibility.Severity.BLOCKER;
import static dev.portolan.upgrade.eligibility.Severity.WARNING;

import dev.portolan.upgrade.company.RoleDifference;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The checks, in the order in which they are shown. A check's name is its code, and the key of its texts: {@code
 * upgrade.finding.<CODE>} says what is wrong, {@code upgrade.fix.<CODE>} what to do.
 */
public enum Check {
    NOT_YOUR_CUSTOMER(BLOCKER, SUPPORT, asked -> once(!asked.managed())),
    SUB_PARTNER(BLOCKER, CUSTOMER, asked -> once(asked.facts().partner())),
    ACCOUNT_NOT_ACTIVE(BLOCKER, SUPPORT, asked -> once(!asked.facts().active())),
    ALREADY_MIGRATED(BLOCKER, SUPPORT, asked -> once(asked.facts().moved())),
    NO_REACHABLE_MANAGER(
            BLOCKER,
            CUSTOMER,
            asked -> once(asked.facts().people().stream().noneMatch(Facts.Person::reachableManager))),
    EMAIL_TAKEN(BLOCKER, CUSTOMER, asked -> asked.answer().takenEmails()),
    NAME_UNUSABLE(BLOCKER, SUPPORT, asked -> once(!asked.answer().nameUsable())),
    PRODUCT_UNKNOWN(BLOCKER, SUPPORT, asked -> asked.answer().unknownProducts()),
    LICENCES_UNDER_WAY(BLOCKER, PARTNER, asked -> asked.facts().underWay()),
    ERASURES_IN_FLIGHT(WARNING, CUSTOMER, asked -> asked.facts().inFlight()),
    CLIENTS_UNSUPPORTED(WARNING, CUSTOMER, Question::oldClients),
    LEGACY_API_USED(
            WARNING,
            CUSTOMER,
            asked -> Collections.nCopies((int) Math.min(asked.facts().legacyCalls(), 1_000_000), "")),
    ROLE_DIFFERENCES(
            WARNING,
            PARTNER,
            asked -> asked.facts().roleDifferences().stream()
                    .filter(RoleDifference::givesMore)
                    .map(RoleDifference::role)
                    .toList());

    private final Severity severity;
    private final Fixer fixer;

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
    private final Function<Question, List<String>> found;

    Check(Severity severity, Fixer fixer, Function<Question, List<String>> found) {
        this.severity = severity;
        this.fixer = fixer;
        this.found = found;
    }

    public Severity severity() {
        return severity;
    }

    /** Who can fix it. */
    public Fixer fixer() {
        return fixer;
    }

    /** Empty where all is well. */
    Optional<Finding> find(Question asked) {
        var named = found.apply(asked);
        if (named.isEmpty()) return Optional.empty();
        var finding = Finding.of(this, named);
        var listed = finding.named().stream().filter(name -> !name.isEmpty()).toList();
        return Optional.of(new Finding(this, finding.amount(), listed));
    }

    private static List<String> once(boolean wrong) {
        return wrong ? List.of("") : List.of();
    }
}
