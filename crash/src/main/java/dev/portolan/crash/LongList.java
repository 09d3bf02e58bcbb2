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
    private static final List<String> STAGE_ONE =
            List.of("tenant", "roles", "groups", "users", "invitations", "invitations-settled", "done");
    private static final List<String> STAGE_TWO = List.of(
            "start",
            "open",
            "people",
            "history",
            "history-proof",
            "freeze",
            "late-reports",
            "late-proof",
            "licences-and-workflows",
            "rest-proof",
            "activating",
            "activate",
            "read-only",
            "final-proof",
            "complete",
            "done");
    private static final List<String> INSIDE =
            List.of("batch-read", "batch-sent", "batch-proved", "licences-left", "activated", "page-proved");
    private static final Set<String> BEFORE_THE_BATCHES =
            Set.of("before:open", "after:open", "before:people", "after:people", "before:history", "batch-read");
    /** After these the Cloud sends the Portal no more. */
    private static final Set<String> SILENT = Set.of("after:complete", "before:done", "after:done");

    private static final List<Fault> DRAWN = List.of(
            KILL_CLOUD, KILL_PORTAL, END_PORTAL_SESSIONS, RESTART_PORTAL_DATABASE, RESTART_CLOUD_DATABASE, KILL_BOTH);

    private final Random random;

    LongList(long seed) {
        random = new Random(seed);
    }

    List<Case> cases(int count) {
        var matrix = matrix();
        Collections.shuffle(matrix, random);
        var cases = new ArrayList<Case>();
        for (int i = 0; cases.size() < count; i++) cases.add(i % 3 == 2 ? drawn() : matrix.get(i % matrix.size()));
        return cases;
    }

    private static List<Case> matrix() {
        var points = new ArrayList<>(INSIDE);
        for (var step : STAGE_TWO) points.addAll(List.of("before:" + step, "after:" + step));
        var all = new ArrayList<Case>();
        for (var point : points)
            for (var fault : Fault.values()) if (possible(fault, point)) all.add(Case.of(fault, point));
        for (var step : STAGE_ONE)
            for (var fault : List.of(KILL_CLOUD, KILL_PORTAL, RESTART_PORTAL_DATABASE, RESTART_CLOUD_DATABASE))
                all.add(Case.inStageOne(fault, new Point("before:" + step, 1)));
        return all;
    }

    private static boolean possible(Fault fault, String point) {
        return switch (fault) {
            case FILL_PORTAL_DISK -> BEFORE_THE_BATCHES.contains(point);
            case CUT_BODY, LOSE_ANSWER -> !SILENT.contains(point);
            default -> true;
        };
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
