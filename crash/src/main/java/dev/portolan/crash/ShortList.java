package dev.portolan.crash;

import static dev.portolan.crash.Fault.*;

import dev.portolan.crash.Place.Commit;
import dev.portolan.crash.Place.Message;
import dev.portolan.crash.Place.Moment;
import dev.portolan.crash.Place.Point;
import dev.portolan.crash.Place.Statement;
import dev.portolan.postgres.App;
import java.util.List;

/** The cases that tell most, in the order of the transfer, and then those of the undo. */
final class ShortList {
    private ShortList() {}

    static List<Case> cases() {
        return List.of(
                Case.inStageOne(KILL_CLOUD, new Point("after:tenant", 1)),
                Case.inStageOne(LOSE_ANSWER, new Message("invitations", 1, Moment.ANSWER)),
                Case.of(KILL_CLOUD, "batch-sent"),
                Case.of(CUT_BODY, new Message("transfers/reports", 2, Moment.MIDDLE)),
                Case.of(LOSE_ANSWER, new Message("transfers/reports", 1, Moment.ANSWER)),
                Case.of(KILL_PORTAL, new Message("transfers/reports", 3, Moment.MIDDLE)),
                Case.of(END_PORTAL_SESSIONS, new Statement(App.PORTAL, 60)),
                Case.of(FILL_PORTAL_DISK, "batch-read"),
                Case.of(RESTART_PORTAL_DATABASE, "batch-sent"),
                Case.of(HOLD_CLOUD, "batch-proved"),
                Case.of(LOSE_COMMIT, "before:freeze"),
                Case.of(KILL_CLOUD, "after:freeze"),
                Case.of(RESTART_CLOUD_DATABASE, "after:freeze"),
                Case.of(CLOCK_CLOUD_AHEAD, "after:freeze"),
                Case.of(KILL_CLOUD, "licences-left"),
                Case.of(LOSE_ANSWER, new Message("transfers/rest", 1, Moment.ANSWER)),
                Case.of(KILL_PORTAL, "licences-left"),
                Case.of(END_CLOUD_SESSIONS, "before:licences-and-workflows"),
                Case.of(KILL_CLOUD, "after:activating"),
                Case.of(HOLD_CLOUD, "before:activate"),
                Case.of(KILL_PORTAL, "before:activate"),
                Case.of(LOSE_ANSWER, new Message("transfers/activate", 1, Moment.ANSWER)),
                Case.of(CLOCK_PORTAL_BACK, "before:activate"),
                Case.cancelled(Case.STAGE_TWO, "licences-left", KILL_CLOUD, "given-back"),
                Case.of(RESTART_PORTAL_DATABASE, new Message("transfers/activate", 1, Moment.MIDDLE)),
                Case.of(KILL_CLOUD, "activated"),
                Case.of(KILL_BOTH, "after:activate"),
                Case.of(KILL_CLOUD, "page-proved"),
                Case.of(LOSE_ANSWER, new Message("transfers/complete", 1, Moment.ANSWER)),
                Case.of(LOSE_COMMIT, "before:done"),
                Case.of(KILL_CLOUD, new Commit(App.CLOUD, 12)),
                Case.inUndo(KILL_CLOUD, "undo-committed"),
                Case.inUndo(LOSE_COMMIT, "undo-committed"),
                Case.inUndo(KILL_PORTAL, "undo-decided"));
    }
}
