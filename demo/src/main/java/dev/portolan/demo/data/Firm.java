package dev.portolan.demo.data;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company of the data set.
 *
 * @param key short and fixed; ids come from it
 * @param parent the key of the company that manages it; null for the vendor
 * @param kind VENDOR, PARTNER or CUSTOMER
 * @param language "en" or "de"
 * @param reports how many it has, over 18 months
 */
record Firm(
        String key,
        @Nullable String parent,
        String kind,
        String name,
        String language,
        int reports,
        @Nullable CustomRole customRole,
        List<Worker> people,
        Set<Trait> traits) {

    /** A role made of single rights. */
    record CustomRole(String name, List<String> rights) {
        CustomRole {
            rights = List.copyOf(rights);
        }
    }

    Firm {
        people = List.copyOf(people);
        traits = Set.copyOf(traits);
    }

    static Firm english(String key, String name) {
        return new Firm(key, null, "CUSTOMER", name, "en", 0, null, List.of(), Set.of());
    }

    static Firm german(String key, String name) {
        return new Firm(key, null, "CUSTOMER", name, "de", 0, null, List.of(), Set.of());
    }

    Firm under(String manager) {
        return new Firm(key, manager, kind, name, language, reports, customRole, people, traits);
    }

    Firm as(String other) {
        return new Firm(key, parent, other, name, language, reports, customRole, people, traits);
    }

    Firm reports(int count) {
        return new Firm(key, parent, kind, name, language, count, customRole, people, traits);
    }

    Firm customRole(String role, String... rights) {
        var custom = new CustomRole(role, List.of(rights));
        return new Firm(key, parent, kind, name, language, reports, custom, people, traits);
    }

    Firm people(Worker... workers) {
        return new Firm(key, parent, kind, name, language, reports, customRole, List.of(workers), traits);
    }

    Firm that(Trait... is) {
        return new Firm(key, parent, kind, name, language, reports, customRole, people, Set.of(is));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    boolean isGerman() {
        return language.equals("de");
    }

    String zone() {
        return isGerman() ? "Europe/Berlin" : "Europe/London";
    }

    UUID id() {
        return id(key);
    }

    static UUID id(String key) {
        return DemoIds.named("company", key);
    }

    UUID userId(Worker worker) {
        return DemoIds.named("user", key, worker.mailbox());
    }

    String email(Worker worker) {
        return worker.mailbox() + "@" + key + ".example";
    }

    /** Who runs the company's account, or whoever comes first. */
    UUID responsible() {
        return people.stream()
                .filter(worker -> worker.position() == Position.MANAGER)
                .findFirst()
                .or(() -> people.stream().findFirst())
                .map(this::userId)
                .orElseThrow();
    }

    /** Those who erase. */
    List<Worker> erasers() {
        var erasers = people.stream()
                .filter(worker -> worker.position() == Position.BASIC_USER)
                .toList();
        return erasers.isEmpty() ? people : erasers;
    }
}
