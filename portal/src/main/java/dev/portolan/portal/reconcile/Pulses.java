package dev.portolan.portal.reconcile;

import dev.portolan.contract.Pulse;
import dev.portolan.platform.restore.Mark;
import dev.portolan.platform.restore.RestoreWatch;
import org.springframework.stereotype.Component;

/** Answers how far this side is. */
@Component
public class Pulses {
    private final RestoreWatch watch;

    Pulses(RestoreWatch watch) {
        this.watch = watch;
    }

    public Pulse pulse(Pulse cloud) {
        watch.judge(Mark.of(cloud.seen()).orElse(null));
        var before = watch.standing();
        watch.hear(Mark.of(cloud.mark()).orElse(null), cloud.closed() != null);
        watch.advance();
        return answer(before);
    }

    /** What is said of the Cloud is what was known before it said anything. */
    private Pulse answer(RestoreWatch.Standing before) {
        var now = watch.standing();
        var closed = now.closed();
        return new Pulse(
                now.own().toString(),
                now.at(),
                before.peer() == null ? null : before.peer().toString(),
                before.peerAt(),
                closed == null || !closed.toBeTold() ? null : closed.name());
    }

    /** Both sides were compared. */
    public Pulse reopen(Pulse cloud) {
        watch.surpass(Mark.of(cloud.seen()).orElse(null));
        Mark.of(cloud.mark()).ifPresent(watch::open);
        return answer(watch.standing());
    }
}
