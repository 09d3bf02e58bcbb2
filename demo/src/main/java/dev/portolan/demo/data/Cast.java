package dev.portolan.demo.data;

import static dev.portolan.demo.data.Firm.english;
import static dev.portolan.demo.data.Firm.german;
import static dev.portolan.demo.data.Worker.auditor;
import static dev.portolan.demo.data.Worker.basic;
import static dev.portolan.demo.data.Worker.custom;
import static dev.portolan.demo.data.Worker.manager;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All companies of the data set, each after the one that manages it. */
final class Cast {
    static final String VENDOR = "nordlicht";
    static final String GERMAN_PARTNER = "hansa-it";
    static final String ENGLISH_DIRECT = "cobalt-aerospace";
    static final String GERMAN_DIRECT = "gruenwald-kliniken";

    private static final List<Firm> FIRMS = Stream.of(
                    Stream.of(vendor()),
                    HarbourCast.firms().stream(),
                    hansa().stream(),
                    direct().stream(),
                    notEntitled().stream())
            .flatMap(firms -> firms)
            .toList();

    private Cast() {}

    static List<Firm> firms() {
        return FIRMS;
    }

    static Firm firm(String key) {
        return FIRMS.stream().filter(firm -> firm.key().equals(key)).findFirst().orElseThrow();
    }

    static Optional<Firm> parent(Firm firm) {
        return Optional.ofNullable(firm.parent()).map(Cast::firm);
    }

    static List<Firm> children(Firm firm) {
        return FIRMS.stream().filter(other -> firm.key().equals(other.parent())).toList();
    }

    private static Firm vendor() {
        return english(VENDOR, "Nordlicht Data Erasure")
                .as("VENDOR")
                .people(manager("Ingrid Solheim"), auditor("Mikkel Aaberg"));
    }

    private static List<Firm> hansa() {
        return List.of(
                german(GERMAN_PARTNER, "Hansa IT-Verwertung GmbH")
                        .as("PARTNER")
                        .under(VENDOR)
                        .reports(260)
                        .that(Trait.ENTITLED, Trait.LEGACY_API)
                        .customRole("Annahme", "READ_REPORTS", "ERASE")
                        .people(
                                manager("Annegret Behrens"),
                                manager("Lars Thießen"),
                                basic("Kübra Aydın"),
                                basic("Schnittstelle Warenwirtschaft"),
                                auditor("Holger Matthiesen"),
                                custom("Jörn Grünhagen"),
                                basic("Wiebke Suhr").in("Werkstatt Harburg"),
                                basic("Emre Yıldız").in("Werkstatt Harburg"),
                                basic("Gisela Rohde").gone()),
                german("elbkontor", "Elbkontor Spedition GmbH")
                        .under(GERMAN_PARTNER)
                        .reports(340)
                        .people(
                                manager("Kerstin Ohlsen"),
                                basic("Dennis Böttcher"),
                                basic("Malte Jürgensen").in("Lager Wilhelmsburg"),
                                auditor("Frauke Hölscher")),
                german("stadtwerke-heidewinkel", "Stadtwerke Heidewinkel GmbH")
                        .under(GERMAN_PARTNER)
                        .reports(180)
                        .people(manager("Dr. Ulrike Könnecke"), basic("Pascal Wörner"), auditor("Silke Ahrens")),
                german("jaeger-maschinenbau", "Jäger Maschinenbau KG")
                        .under(GERMAN_PARTNER)
                        .reports(70)
                        .that(Trait.OLD_CLIENTS)
                        .customRole("Einkauf", "READ_LICENCES")
                        .people(manager("Rüdiger Jäger"), basic("Tanja Möller"), custom("Ömer Şahin")),
                german("broemmel-kanzlei", "Kanzlei Brömmel & Partner mbB")
                        .under(GERMAN_PARTNER)
                        .reports(45)
                        .people(manager("Dr. Ilse Brömmel").undeliverable(), basic("Nico Weidner")));
    }

    private static List<Firm> direct() {
        return List.of(
                english(ENGLISH_DIRECT, "Cobalt Aerospace Ltd")
                        .under(VENDOR)
                        .reports(320)
                        .that(Trait.ENTITLED, Trait.LEGACY_API)
                        .people(
                                manager("Catherine Vaughan"),
                                basic("Dominic Shaw"),
                                basic("Asset Interface"),
                                basic("Yusuf Rahman").in("Site Filton"),
                                auditor("Moira Blackwood")),
                german(GERMAN_DIRECT, "Grünwald Kliniken gGmbH")
                        .under(VENDOR)
                        .reports(260)
                        .that(Trait.ENTITLED)
                        .customRole("Datenschutz", "READ_REPORTS", "EXPORT_REPORTS", "READ_AUDIT")
                        .people(
                                manager("Bettina Grünwald"),
                                basic("Stefan Übelacker"),
                                basic("Miriam Fröhlich").in("Standort Süd"),
                                custom("Götz Naumann"),
                                auditor("Dr. Andrea Weißhaupt")));
    }

    private static List<Firm> notEntitled() {
        return List.of(
                german("alpenblick-it", "Alpenblick IT-Partner GmbH")
                        .as("PARTNER")
                        .under(VENDOR)
                        .reports(60)
                        .people(manager("Vroni Hölzl"), basic("Xaver Lindner")),
                german("bergmilch", "Bergmilch Genossenschaft eG")
                        .under("alpenblick-it")
                        .reports(35)
                        .people(manager("Leopold Kärcher"), basic("Anna Süß")),
                english("edelweiss-hotels", "Edelweiss Hotels International")
                        .under("alpenblick-it")
                        .reports(20)
                        .people(manager("Olivia Brandt"), basic("Rico Fontana")),
                english("saffron-print", "Saffron Print Works Ltd")
                        .under(VENDOR)
                        .reports(25)
                        .people(manager("Anjali Mehta"), basic("Colin Baxter")));
    }
}
