package dev.portolan.demo.data;

import static dev.portolan.demo.data.Firm.english;
import static dev.portolan.demo.data.Firm.german;
import static dev.portolan.demo.data.Worker.auditor;
import static dev.portolan.demo.data.Worker.basic;
import static dev.portolan.demo.data.Worker.custom;
import static dev.portolan.demo.data.Worker.manager;

import java.util.List;

/** The English partner, whose twelve customers show every case of eligibility, and its sub-partner. */
final class HarbourCast {
    static final String KEY = "harbour-it";

    private HarbourCast() {}

    static List<Firm> firms() {
        return List.of(
                partner(),
                alderley(),
                rheintal(),
                bramble(),
                mueller(),
                pennine(),
                kestrel(),
                donau(),
                thistle(),
                osprey(),
                moorgate(),
                castle(),
                weser(),
                quayside(),
                lantern(),
                brackwater());
    }

    private static Firm partner() {
        return english(KEY, "Harbour IT Partners Ltd")
                .as("PARTNER")
                .under(Cast.VENDOR)
                .reports(420)
                .that(Trait.ENTITLED, Trait.LEGACY_API)
                .customRole(
                        "License desk",
                        "READ_REPORTS",
                        "EXPORT_REPORTS",
                        "READ_LICENCES",
                        "GIVE_LICENCES",
                        "READ_CUSTOMERS")
                .people(
                        manager("Eleanor Hughes"),
                        manager("Tom Okafor"),
                        basic("Grace Whitfield"),
                        basic("Reporting Interface"),
                        auditor("Daniel Price"),
                        custom("Priya Nair"),
                        basic("Callum Reid").in("Workshop Bristol"),
                        basic("Sofia Marques").in("Workshop Bristol"),
                        basic("Ben Hartley").in("Collections"),
                        basic("Martin Crewe").gone());
    }

    // ----------------------------------------------------------------------------------------------- eligible

    private static Firm alderley() {
        return english("alderley", "Alderley Finance plc")
                .under(KEY)
                .reports(2600)
                .people(
                        manager("Margaret Ashworth"),
                        manager("Neil Farrow"),
                        basic("Liam Doyle"),
                        basic("Aisha Khan"),
                        basic("Owen Pritchard").in("Manchester"),
                        basic("Zoë Lambert").in("Manchester"),
                        auditor("Peter Lowe"),
                        basic("Joan Tindall").gone());
    }

    private static Firm rheintal() {
        return german("rheintal-logistik", "Rheintal Logistik GmbH")
                .under(KEY)
                .reports(480)
                .people(
                        manager("Jürgen Groß"),
                        basic("Aylin Özdemir"),
                        basic("Matthias Köhler").in("Lager Köln"),
                        auditor("Sabine Brückner"));
    }

    private static Firm bramble() {
        return english("bramble", "Bramble & Sons Recycling Ltd")
                .under(KEY)
                .reports(150)
                .people(manager("Harriet Bramble"), basic("Kevin Bramble"), basic("Ola Nowak"));
    }

    // ----------------------------------------------------------------------------------- eligible, with warnings

    private static Firm mueller() {
        return german("mueller-soehne", "Müller & Söhne Versicherungsmakler KG")
                .under(KEY)
                .reports(220)
                .that(Trait.LEGACY_API)
                .customRole("Nur Berichte lesen", "READ_REPORTS")
                .people(
                        manager("Friederike Müller"),
                        basic("Torsten Jäger"),
                        custom("Ute Schäfer"),
                        custom("Björn Lindemann"),
                        auditor("Dr. Käthe Vogel"));
    }

    private static Firm pennine() {
        return english("pennine", "Pennine Data Centres Ltd")
                .under(KEY)
                .reports(310)
                .that(Trait.ERASURES_IN_FLIGHT, Trait.OLD_CLIENTS)
                .people(
                        manager("Rosalind Hague"),
                        basic("Stuart Kelly").in("Hall 1"),
                        basic("Imran Sheikh").in("Hall 2"),
                        auditor("Claire Dunmore"));
    }

    // --------------------------------------------------------------------------------------------- not eligible

    private static Firm kestrel() {
        return english("kestrel", "Kestrel Manufacturing Ltd")
                .under(KEY)
                .reports(90)
                .that(Trait.SUSPENDED)
                .people(manager("Gordon Blythe"), basic("Tara Quinn"));
    }

    /** Nobody there is a manager. */
    private static Firm donau() {
        return german("donau-medizintechnik", "Donau Medizintechnik GmbH")
                .under(KEY)
                .reports(110)
                .people(basic("Florian Huber"), auditor("Dr. Renate Weiß"));
    }

    /** Mail to the only manager is refused. */
    private static Firm thistle() {
        return english("thistle-legal", "Thistle Legal LLP")
                .under(KEY)
                .reports(60)
                .people(manager("Fiona Mackay").undeliverable(), basic("Ewan Ross"));
    }

    /** The manager's address belongs to another tenant of the Portal already. */
    private static Firm osprey() {
        return english("osprey-health", "Osprey Health Trust")
                .under(KEY)
                .reports(180)
                .people(manager("Judith Marlow"), basic("Samuel Adeyemi"), auditor("Helen Stokes"));
    }

    /** A control character has crept into the name; no tenant may bear it. */
    private static Firm moorgate() {
        return english("moorgate", "Moorgate\tStorage Ltd")
                .under(KEY)
                .reports(24)
                .people(manager("Derek Poole"), basic("Nina Walsh"));
    }

    private static Firm castle() {
        return english("castle-street", "Castle Street Archive Ltd")
                .under(KEY)
                .reports(75)
                .that(Trait.UNKNOWN_PRODUCT)
                .people(manager("Vivian Goddard"), basic("Alan Frith"));
    }

    private static Firm weser() {
        return german("weser-elektronik", "Weser Elektronik AG")
                .under(KEY)
                .reports(130)
                .that(Trait.LICENCES_UNDER_WAY)
                .people(manager("Hanno Lührs"), basic("Meike Dröge"), auditor("Sönke Petersen"));
    }

    // ----------------------------------------------------------------------------------------------- sub-partner

    private static Firm quayside() {
        return english("quayside", "Quayside Refurb Ltd")
                .as("PARTNER")
                .under(KEY)
                .reports(120)
                .that(Trait.ENTITLED)
                .people(manager("Bethan Rhys"), basic("Jack Mooney"), auditor("Carys Owen"));
    }

    private static Firm lantern() {
        return english("lantern-schools", "Lantern Schools Trust")
                .under("quayside")
                .reports(60)
                .people(manager("Amanda Keane"), basic("Joe Sutcliffe"));
    }

    private static Firm brackwater() {
        return english("brackwater", "Brackwater Council")
                .under("quayside")
                .reports(40)
                .people(manager("Ruth Pemberton"), basic("Leo Marsh"));
    }
}
