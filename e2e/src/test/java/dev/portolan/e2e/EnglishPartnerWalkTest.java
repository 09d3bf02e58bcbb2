package dev.portolan.e2e;

import java.util.List;

/** The English seed walk. */
class EnglishPartnerWalkTest extends PartnerWalk {
    EnglishPartnerWalkTest() {
        super(
                "en",
                "Harbour IT Partners Ltd",
                List.of("Alderley Finance plc", "Rheintal Logistik GmbH"),
                "Thistle Legal LLP");
    }
}
