package dev.portolan.e2e;

import java.util.List;

/** The German seed walk. */
class GermanPartnerWalkTest extends PartnerWalk {
    GermanPartnerWalkTest() {
        super(
                "de",
                "Hansa IT-Verwertung GmbH",
                List.of("Elbkontor Spedition GmbH", "Stadtwerke Heidewinkel GmbH"),
                "Kanzlei Brömmel & Partner mbB");
    }
}
