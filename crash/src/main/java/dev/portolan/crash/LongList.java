package dev.portolan.crash;

import static dev.portolan.crash.Fault.*;

import dev.portolan.crash.Place.Commit;
import dev.portolan.crash.Place.Message;
import dev.portolan.crash.Place.Moment;
import dev.portolan.crash.Place.Statement;
import dev.portolan.postgres.App;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The matrix, shuffled; every third case is drawn instead: a fault at the n-th message between the apps, or at the n-th
 * statement or commit of one of them.
 */
final class LongList {
    private static final List<Fault> DRAWN = List.of(
            KILL_CLOUD, KILL_PORTAL, END_PORTAL_SESSIONS, RESTART_PORTAL_DATABASE, RESTART_CLOUD_DATABASE, KILL_BOTH);

    private final Random random;
    private final Matrix matrix;

    /** @param plans the steps of each plan, as the product has them */
    LongList(long seed, Map<String, Steps> plans) {
        random = new Random(seed);
        matrix = new Matrix(plans);
    }

    List<Case> cases(int count) {
        var all = matrix.cases();
        Collections.shuffle(all, random);
        var cases = new ArrayList<Case>();
        for (int i = 0; cases.size() < count; i++) cases.add(i % 3 == 2 ? drawn() : all.get(i % all.size()));
        return cases;
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
