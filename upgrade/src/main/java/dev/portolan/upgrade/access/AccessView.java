package dev.portolan.upgrade.access;

import dev.portolan.contract.TenantAccess.Person;
import dev.portolan.upgrade.status.Standing;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who gets into the Portal.
 *
 * @param standing how far stage one is, null where it was not ordered
 * @param answered whether the Portal answered just now
 */
public record AccessView(@Nullable Standing standing, boolean answered, List<Person> people) {
    public AccessView {
        people = List.copyOf(people);
    }

    /** How many have signed in at least once. */
    public long signedIn() {
        return people.stream()
                .filter(person -> person.firstSignedInAt() != null)
                .count();
    }

    /** The names of those who have not, as far as they fit into a sentence. */
    public String notSignedInNames() {
        return people.stream()
                .filter(person -> person.firstSignedInAt() == null)
                .limit(5)
                .map(Person::name)
                .collect(Collectors.joining(", "));
    }

    /** Whether anything can still change by itself, so that the page should ask again. */
    public boolean live() {
        return people.isEmpty() || signedIn() < people.size();
    }
}
