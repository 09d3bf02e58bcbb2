package dev.portolan.e2e;

/** The English seed walk. */
class EnglishPartnerWalkTest extends PartnerWalk {
    EnglishPartnerWalkTest() {
        super("en", "Harbour IT Partners Ltd");
    }
}
