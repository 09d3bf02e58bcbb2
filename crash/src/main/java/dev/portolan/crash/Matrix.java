package dev.portolan.crash;

import static dev.portolan.crash.Fault.*;

import dev.portolan.crash.Place.Commit;
import dev.portolan.crash.Place.Point;
import dev.portolan.crash.Place.Statement;
import dev.portolan.postgres.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every durable transition of the journey, the transfer and the undo times every fault that can happen there. */
final class Matrix {
    private static final List<String> IN_STAGE_TWO = List.of(
            "batch-read", "batch-sent", "batch-proved", "licences-left", "activated", "page-proved", "certificate-due");
    private static final List<String> WHEN_CANCELLED = List.of("given-back", "withdrawn");
    private static final List<String> IN_UNDO = List.of(
            "undo-page-proved",
            "undo-leaving",
            "undo-committed",
            "undo-decided",
            "undo-settled",
            "undo-reports-kept",
            "undo-cleared",
            "undo-certificate-revoked");
    private static final List<String> WHEN_GIVEN_UP = List.of("undo-given-up");

    /** After these the Cloud sends the Portal no more. */
    private static final Set<String> SILENT = Set.of(
            "after:complete",
            "before:done",
            "after:done",
            "undo-certificate-revoked",
            "after:undo-certificate",
            "before:undo-done",
            "after:undo-done");
    /** The last point before which no report has been stored. */
    private static final String HISTORY = "before:history";

    private static final List<Fault> WITHOUT_MESSAGES =
            List.of(KILL_CLOUD, KILL_PORTAL, END_CLOUD_SESSIONS, RESTART_PORTAL_DATABASE, RESTART_CLOUD_DATABASE);

    private final Map<String, Steps> plans;
    private final List<Case> all = new ArrayList<>();

    /** @param plans the steps of each plan */
    Matrix(Map<String, Steps> plans) {
        this.plans = Map.copyOf(plans);
    }

    /** All of them, in the order of the plans. */
    List<Case> cases() {
        stageOne();
        stageTwo();
        undo();
        orders();
        return all;
    }

    private Steps of(String plan) {
        var steps = plans.get(plan);
        if (steps == null) throw new IllegalArgumentException("the product has no plan " + plan);
        return steps;
    }

    private void stageOne() {
        for (var plan : List.of(Case.STAGE_ONE, Case.INVITE_AGAIN))
            for (var fault : WITHOUT_MESSAGES)
                for (var point : Steps.around(of(plan).there()))
                    all.add(new Case(plan, "", new Point(point, 1), fault));
        cancelled(
                Case.STAGE_ONE,
                List.of("after:tenant"),
                Steps.around(of(Case.STAGE_ONE).back()));
    }

    private void stageTwo() {
        var steps = of(Case.STAGE_TWO);
        var points = new ArrayList<>(IN_STAGE_TWO);
        points.addAll(Steps.around(steps.there()));
        for (var point : points)
            for (var fault : Fault.values()) if (possible(fault, point)) all.add(Case.of(fault, point));
        var back = new ArrayList<>(WHEN_CANCELLED);
        back.addAll(Steps.around(steps.back()));
        cancelled(Case.STAGE_TWO, List.of("before:history-proof", "licences-left"), back);
    }

    /** The Portal takes in nothing then, so its disk is left alone. */
    private void undo() {
        var steps = of(Case.UNDO);
        var points = new ArrayList<>(IN_UNDO);
        points.addAll(Steps.around(steps.there()));
        for (var point : points)
            for (var fault : Fault.values())
                if (fault != FILL_PORTAL_DISK && possible(fault, point)) all.add(Case.inUndo(fault, point));
        var back = new ArrayList<>(WHEN_GIVEN_UP);
        back.addAll(Steps.around(steps.back()));
        cancelled(Case.UNDO, List.of("before:undo-start", "after:undo-history-proof"), back);
    }

    private void cancelled(String plan, List<String> when, List<String> points) {
        for (var fault : WITHOUT_MESSAGES)
            for (var at : when) for (var point : points) all.add(Case.cancelled(plan, at, fault, point));
    }

    /** The orders themselves: their first statements, and their commit. */
    private void orders() {
        for (var plan : List.of(Case.STAGE_ONE, Case.STAGE_TWO, Case.UNDO)) {
            for (var fault : List.of(KILL_CLOUD, END_CLOUD_SESSIONS, RESTART_CLOUD_DATABASE)) {
                all.add(new Case(plan, "", new Statement(App.CLOUD, 3), fault));
                all.add(new Case(plan, "", new Commit(App.CLOUD, 1), fault));
            }
            all.add(new Case(plan, "", new Commit(App.CLOUD, 1), LOSE_COMMIT));
        }
    }

    private boolean possible(Fault fault, String point) {
        return switch (fault) {
            case FILL_PORTAL_DISK -> point.equals("batch-read") || beforeTheHistory(point);
            case CUT_BODY, LOSE_ANSWER -> !SILENT.contains(point);
            default -> true;
        };
    }

    private boolean beforeTheHistory(String point) {
        var step = point.substring(point.indexOf(':') + 1);
        var stageTwo = of(Case.STAGE_TWO).there();
        int at = stageTwo.indexOf(step);
        return point.equals(HISTORY) || at >= 0 && at < stageTwo.indexOf("history");
    }
}
