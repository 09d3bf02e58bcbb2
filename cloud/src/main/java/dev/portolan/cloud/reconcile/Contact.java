package dev.portolan.cloud.reconcile;

import dev.portolan.contract.ComparedPortal;
import dev.portolan.contract.Pulse;
import dev.portolan.platform.restore.Mark;
import dev.portolan.platform.restore.RestoreWatch;
import org.springframework.stereotype.Component;

/** Asks the Portal how far it is, and judges this side by what the Portal remembers of it. */
@Component
class Contact {
    private final RestoreWatch watch;
    private final ComparedPortal portal;

    Contact(RestoreWatch watch, ComparedPortal portal) {
        this.watch = watch;
        this.portal = portal;
    }

    /**
     * Both sides as they were before they said anything.
     *
     * @param portal what the Portal says of itself, and what it remembers of the Cloud
     */
    record Told(RestoreWatch.Standing own, Pulse portal) {}

    /** @throws dev.portolan.contract.PortalUnreachable if it does not answer */
    Told make() {
        var own = watch.standing();
        var told = portal.pulse(pulse(own));
        boolean whole = watch.judge(Mark.of(told.seen()).orElse(null));
        watch.hear(Mark.of(told.mark()).orElse(null), told.closed() != null);
        // A mark is drawn only after this side was found whole: a restored one never catches up unnoticed.
        if (whole) watch.advance();
        return new Told(own, told);
    }

    /** Both sides were compared: the Portal takes writes again, then this side. */
    void reopen() {
        var own = watch.standing();
        var told = portal.pulse(pulse(own));
        watch.surpass(Mark.of(told.seen()).orElse(null));
        var opened = portal.reopen(pulse(watch.standing()));
        watch.open(Mark.of(opened.mark()).orElseThrow());
    }

    private static Pulse pulse(RestoreWatch.Standing own) {
        var closed = own.closed();
        return new Pulse(
                own.own().toString(),
                own.at(),
                own.peer() == null ? null : own.peer().toString(),
                own.peerAt(),
                closed == null || !closed.toBeTold() ? null : closed.name());
    }
}
