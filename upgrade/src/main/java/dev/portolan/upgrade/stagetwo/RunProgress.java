package dev.portolan.upgrade.stagetwo;

import dev.portolan.migration.RunState;
import dev.portolan.migration.RunView;
import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.order.Progress.Phase;
import dev.portolan.upgrade.stagetwo.ReportSource.CopiedSoFar;
import dev.portolan.upgrade.status.Migrations.Reason;
import org.jspecify.annotations.Nullable;

/** Derives the progress of a transfer from its rows. */
final class RunProgress {
    private RunProgress() {}

    static Progress of(RunView run, CopiedSoFar copied) {
        long perSecond = copied.latelySeconds() == 0 ? 0 : copied.lately() / copied.latelySeconds();
        long missing = copied.total() - copied.copied();
        var secondsLeft =
                missing == 0 ? Long.valueOf(0) : perSecond == 0 ? null : Long.valueOf(missing / perSecond + 1);
        return new Progress(
                phase(run), copied.copied(), copied.total(), copied.bytesCopied(), perSecond, secondsLeft, fault(run));
    }

    private static Phase phase(RunView run) {
        return switch (run.state()) {
            case DONE -> Phase.DONE;
            case FAILED, NEEDS_PERSON -> Phase.STOPPED;
            case RUNNING ->
                switch (run.phase()) {
                    case BACK -> Phase.STOPPED;
                    case ONWARD -> Phase.PROVING;
                    case FORWARD -> forward(run.step());
                };
        };
    }

    private static Phase forward(@Nullable String step) {
        return switch (step) {
            case "history", "history-proof" -> Phase.COPYING;
            case "freeze", "late-reports", "late-proof", "licences-and-workflows", "rest-proof" -> Phase.FREEZING;
            case "activating", "activate" -> Phase.ACTIVATING;
            case null, default -> Phase.WAITING;
        };
    }

    private static @Nullable Reason fault(RunView run) {
        if (run.state() == RunState.DONE) return null;
        if (run.faultCode() != null) return new Reason(run.faultCode(), run.fault());
        return run.reasonCode() == null ? null : new Reason(run.reasonCode(), run.reason());
    }
}
