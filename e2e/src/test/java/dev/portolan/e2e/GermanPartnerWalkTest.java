package dev.portolan.e2e;

/** The German seed walk. */
class GermanPartnerWalkTest extends PartnerWalk {
    GermanPartnerWalkTest() {
        super("de", "Hansa IT-Verwertung GmbH");
    }
}
