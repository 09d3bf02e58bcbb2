package dev.portolan.crash;

/**
 * A fault at a place of a plan.
 *
 * @param plan {@code stage-one} or {@code stage-two}
 */
record Case(String plan, Place place, Fault fault) {
    static Case of(Fault fault, Place place) {
        return new Case("stage-two", place, fault);
    }

    static Case of(Fault fault, String point) {
        return of(fault, new Place.Point(point, 1));
    }

    static Case inStageOne(Fault fault, Place place) {
        return new Case("stage-one", place, fault);
    }

    String text() {
        return plan + ", " + fault.text() + ", " + place.text();
    }
}
