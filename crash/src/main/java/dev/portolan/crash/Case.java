package dev.portolan.crash;

/**
 * A fault at a place of a plan.
 *
 * @param plan {@code stage-one}, {@code invite-again}, {@code stage-two} or {@code undo}
 * @param cancelled the point at which a person cancels it, before the fault, or at which a licence is used up where it is an
 *     undo: from there it turns back; empty for none
 */
record Case(String plan, String cancelled, Place place, Fault fault) {
    static final String STAGE_ONE = "stage-one";
    static final String INVITE_AGAIN = "invite-again";
    static final String STAGE_TWO = "stage-two";
    static final String UNDO = "undo";

    static Case of(Fault fault, Place place) {
        return new Case(STAGE_TWO, "", place, fault);
    }

    static Case of(Fault fault, String point) {
        return of(fault, new Place.Point(point, 1));
    }

    static Case inStageOne(Fault fault, Place place) {
        return new Case(STAGE_ONE, "", place, fault);
    }

    static Case inUndo(Fault fault, Place place) {
        return new Case(UNDO, "", place, fault);
    }

    static Case inUndo(Fault fault, String point) {
        return inUndo(fault, new Place.Point(point, 1));
    }

    /** On the way back. */
    static Case cancelled(String plan, String at, Fault fault, String point) {
        return new Case(plan, at, new Place.Point(point, 1), fault);
    }

    boolean isCancelled() {
        return !cancelled.isEmpty();
    }

    String text() {
        return plan + ", " + fault.text() + ", " + where();
    }

    String where() {
        var how = plan.equals(UNDO) ? ", a licence used at " : ", cancelled at ";
        return place.text() + (isCancelled() ? how + cancelled : "");
    }
}
