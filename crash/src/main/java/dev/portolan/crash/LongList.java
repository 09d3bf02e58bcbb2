package dev.portolan.crash;

import static dev.portolan.crash.Fault.*;

import dev.portolan.crash.Place.Commit;
import dev.portolan.crash.Place.Message;
import dev.portolan.crash.Place.Moment;
import dev.portolan.crash.Place.Point;
import dev.portolan.crash.Place.Statement;
import dev.portolan.postgres.App;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Every step of both stages times every fault, shuffled; every third case is drawn instead: a fault at the n-th message
 * between the apps, or at the n-th statement or commit of one of them.
 */
final class LongList {
    private static final List<String> INSIDE = List.of(
            "batch-read", "batch-sent", "batch-proved", "licences-left", "activated", "page-proved", "certificate-due");
    /** After these the Cloud sends the Portal no more. */
    private static final Set<String> SILENT = Set.of("after:complete", "before:done", "after:done");
    /** The last point before which no report has been stored. */
    private static final String HISTORY = "before:history";

    private static final List<Fault> WITHOUT_MESSAGES =
            List.of(KILL_CLOUD, KILL_PORTAL, END_CLOUD_SESSIONS, RESTART_PORTAL_DATABASE, RESTART_CLOUD_DATABASE);
    private static final List<Fault> DRAWN = List.of(
            KILL_CLOUD, KILL_PORTAL, END_PORTAL_SESSIONS, RESTART_PORTAL_DATABASE, RESTART_CLOUD_DATABASE, KILL_BOTH);

    private final Random random;
    private final List<String> stageOne;
    private final List<String> stageTwo;

    /**
     * @param stageOne the steps of stage one, as the product has them
     * @param stageTwo those of stage two
     */
    LongList(long seed, List<String> stageOne, List<String> stageTwo) {
        random = new Random(seed);
        this.stageOne = List.copyOf(stageOne);
        this.stageTwo = List.copyOf(stageTwo);
    }

    List<Case> cases(int count) {
        var matrix = matrix();
        Collections.shuffle(matrix, random);
        var cases = new ArrayList<Case>();
        for (int i = 0; cases.size() < count; i++) cases.add(i % 3 == 2 ? drawn() : matrix.get(i % matrix.size()));
        return cases;
    }

    private List<Case> matrix() {
        var points = new ArrayList<>(INSIDE);
        for (var step : stageTwo) points.addAll(List.of("before:" + step, "after:" + step));
        var all = new ArrayList<Case>();
        for (var point : points)
            for (var fault : Fault.values()) if (possible(fault, point)) all.add(Case.of(fault, point));
        for (var fault : WITHOUT_MESSAGES)
            for (var step : stageOne) {
                all.add(Case.inStageOne(fault, new Point("before:" + step, 1)));
                all.add(Case.inStageOne(fault, new Point("after:" + step, 1)));
            }
        orders(all);
        for (var fault : WITHOUT_MESSAGES)
            for (var at : List.of("before:history-proof", "licences-left"))
                for (var point :
                        List.of("before:give-back", "given-back", "withdrawn", "after:give-back", "before:failed"))
                    all.add(Case.cancelled(at, fault, point));
        return all;
    }

    /** The orders themselves: their first statements, and their commit. */
    private static void orders(List<Case> all) {
        for (var fault : List.of(KILL_CLOUD, END_CLOUD_SESSIONS, RESTART_CLOUD_DATABASE)) {
            all.add(Case.inStageOne(fault, new Statement(App.CLOUD, 3)));
            all.add(Case.of(fault, new Statement(App.CLOUD, 3)));
            all.add(Case.inStageOne(fault, new Commit(App.CLOUD, 1)));
            all.add(Case.of(fault, new Commit(App.CLOUD, 1)));
        }
        all.add(Case.inStageOne(LOSE_COMMIT, new Commit(App.CLOUD, 1)));
        all.add(Case.of(LOSE_COMMIT, new Commit(App.CLOUD, 1)));
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
        int at = stageTwo.indexOf(step);
        return point.equals(HISTORY) || at >= 0 && at < stageTwo.indexOf("history");
    }

    /** The numbers are so small that every transfer of a company of ours gets so far. */
    private Case drawn() {
        var fault = DRAWN.get(random.nextInt(DRAWN.size()));
        return switch (random.nextInt(6)) {
            case 0 -> Case.of(CUT_BODY, new Message("", 1 + random.nextInt(14), Moment.MIDDLE));
            case 1 -> Case.of(LOSE_ANSWER, new Message("", 1 + random.nextInt(14), Moment.ANSWER));
            case 2 -> Case.of(fault, new Message("", 1 + random.nextInt(14), moment()));
            case 3 ->
                Case.of(
                        random.nextBoolean() ? KILL_CLOUD : END_CLOUD_SESSIONS,
                        new Statement(App.CLOUD, 1 + random.nextInt(150)));
            case 4 ->
                Case.of(
                        random.nextBoolean() ? KILL_PORTAL : END_PORTAL_SESSIONS,
                        new Statement(App.PORTAL, 1 + random.nextInt(120)));
            default ->
                random.nextBoolean()
                        ? Case.of(LOSE_COMMIT, new Commit(App.CLOUD, 1 + random.nextInt(30)))
                        : Case.of(LOSE_ANSWER, new Commit(App.PORTAL, 1 + random.nextInt(10)));
        };
    }

    private Moment moment() {
        return Moment.values()[random.nextInt(Moment.values().length)];
    }
}
