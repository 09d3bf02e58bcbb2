package dev.portolan.crash;

/**
 * A fault at a place of a plan.
 *
 * @param plan {@code stage-one} or {@code stage-two}
 * @param cancelled the point at which a person cancels it, before the fault; empty for none
 */
record Case(String plan, String cancelled, Place place, Fault fault) {
    static Case of(Fault fault, Place place) {
        return new Case("stage-two", "", place, fault);
    }

    static Case of(Fault fault, String point) {
        return of(fault, new Place.Point(point, 1));
    }

    static Case inStageOne(Fault fault, Place place) {
        return new Case("stage-one", "", place, fault);
    }

    /** On the way back. */
    static Case cancelled(String at, Fault fault, String point) {
        return new Case("stage-two", at, new Place.Point(point, 1), fault);
    }

    boolean isCancelled() {
        return !cancelled.isEmpty();
    }

    String text() {
        return plan + ", " + fault.text() + ", " + where();
    }

    String where() {
        return place.text() + (isCancelled() ? ", cancelled at " + cancelled : "");
    }
}
