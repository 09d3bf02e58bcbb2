package dev.portolan.demo.data;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who can sign in to the data set, those to try first in front. */
public final class DemoPeople {
    /** One of each kind of walk, then second persons to try things with. */
    private static final List<String> FIRST = List.of(
            "eleanor.hughes@harbour-it.example",
            "annegret.behrens@hansa-it.example",
            "catherine.vaughan@cobalt-aerospace.example",
            "bettina.gruenwald@gruenwald-kliniken.example",
            "ingrid.solheim@nordlicht.example",
            "bethan.rhys@quayside.example",
            "tom.okafor@harbour-it.example",
            "margaret.ashworth@alderley.example",
            "juergen.gross@rheintal-logistik.example");

    private DemoPeople() {}

    /**
     * Somebody who can sign in.
     *
     * @param kind operator, partner, customer or direct
     * @param environment cloud or portal
     */
    public record Person(
            String name, String email, String password, String company, String kind, String role, String environment) {}

    /** Everybody: first the managers to walk the wizard with, and the operator. */
    public static List<Person> all() {
        var cloud =
                Cast.firms().stream().filter(firm -> !firm.is(Trait.SUSPENDED)).flatMap(firm -> people(firm, "cloud"));
        var portal = Stream.of(Cast.firm(Cast.VENDOR), PortalLoad.LUMEN).flatMap(firm -> people(firm, "portal"));
        return Stream.concat(cloud, portal)
                .sorted(Comparator.comparingInt(DemoPeople::place))
                .toList();
    }

    private static int place(Person person) {
        int place = FIRST.indexOf(person.email());
        return place < 0 ? FIRST.size() : place;
    }

    private static Stream<Person> people(Firm firm, String environment) {
        return firm.people().stream()
                .filter(worker -> !worker.disabled())
                .map(worker -> new Person(
                        worker.name(),
                        environment.equals("portal") ? PortalLoad.email(firm, worker) : firm.email(worker),
                        Password.TYPED,
                        firm.name(),
                        kind(firm),
                        role(firm, worker),
                        environment));
    }

    private static String kind(Firm firm) {
        return switch (firm.kind()) {
            case "VENDOR" -> "operator";
            case "PARTNER" -> "partner";
            default -> Objects.equals(firm.parent(), Cast.VENDOR) ? "direct" : "customer";
        };
    }

    private static String role(Firm firm, Worker worker) {
        var custom = firm.customRole();
        return worker.position() == Position.CUSTOM && custom != null
                ? custom.name()
                : worker.position().label();
    }
}
