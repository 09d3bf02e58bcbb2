package dev.portolan.crash;

import dev.portolan.crash.proxy.DatabaseTap;
import dev.portolan.crash.proxy.HttpTap;
import dev.portolan.crash.proxy.Passage;
import dev.portolan.crash.proxy.Session;
import dev.portolan.postgres.App;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a case's place in all that passes by, and has the fault strike there, once. Faults of messages that are set at
 * a named point strike the next message of that kind.
 */
final class Trap implements HttpTap, ControlPort.Listener {
    private final Case what;
    private final UUID company;
    private final UUID runner;
    private final Blow blow;
    private final Runnable cancel;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicInteger met = new AtomicInteger();
    private final AtomicBoolean sprung = new AtomicBoolean();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile boolean nextMessage;
    private volatile @Nullable Instant struckAt;

    /** @param cancel cancels the company's transfer */
    Trap(Case what, Customer customer, Blow blow, Runnable cancel) {
        this.what = what;
        this.cancel = cancel;
        this.company = customer.id();
        this.runner = customer.runner();
        this.blow = blow;
    }

    @Override
    public void reached(String node, UUID subject, String point) {
        if (!subject.equals(company)) return;
        seen.add(Instant.now() + " " + node + " " + point);
        if (what.cancelled().equals(point) && !cancelled.getAndSet(true)) cancel.run();
        if (what.place() instanceof Place.Point here
                && here.name().equals(point)
                && met.incrementAndGet() == here.time()) atPoint(node);
    }

    private void atPoint(String node) {
        switch (what.fault()) {
            case CUT_BODY, LOSE_ANSWER, LOSE_COMMIT -> nextMessage = true;
            default -> strike(node, 0);
        }
    }

    @Override
    public Passage request(Exchanged message) {
        seen.add(Instant.now() + " " + message.node() + " " + message.path());
        boolean mine = what.place() instanceof Place.Message here
                && (here.path().isEmpty() || here.path().equals(message.path()))
                && met.incrementAndGet() == here.number();
        if (mine && moment() != Place.Moment.BEFORE) nextMessage = true;
        return mine && moment() == Place.Moment.BEFORE ? strike(message.node(), 0) : Passage.PASS;
    }

    private Place.@Nullable Moment moment() {
        return switch (what.place()) {
            case Place.Message message -> message.moment();
            case Place.Point _ ->
                switch (what.fault()) {
                    case CUT_BODY -> Place.Moment.MIDDLE;
                    case LOSE_ANSWER -> Place.Moment.ANSWER;
                    default -> null;
                };
            case Place.Statement _, Place.Commit _ -> null;
        };
    }

    @Override
    public Passage middle(Exchanged message) {
        return nextMessage && moment() == Place.Moment.MIDDLE ? strike(message.node(), 0) : Passage.PASS;
    }

    @Override
    public Passage answer(Exchanged message) {
        return nextMessage && moment() == Place.Moment.ANSWER && (message.done() || what.fault() != Fault.LOSE_ANSWER)
                ? strike(message.node(), 0)
                : Passage.PASS;
    }

    /** What listens at the database of this app. */
    DatabaseTap at(App app) {
        return new DatabaseTap() {
            @Override
            public Passage statement(Session session) {
                boolean mine = what.place() instanceof Place.Statement here
                        && here.app() == app
                        && concerns(session)
                        && met.incrementAndGet() == here.number();
                return mine ? strike(session.node(), session.backend()) : Passage.PASS;
            }

            @Override
            public Passage committed(Session session) {
                if (!concerns(session)) return Passage.PASS;
                boolean next = nextMessage && what.fault() == Fault.LOSE_COMMIT && app == App.CLOUD;
                boolean mine = what.place() instanceof Place.Commit here
                        && here.app() == app
                        && met.incrementAndGet() == here.number();
                return mine || next ? strike(session.node(), session.backend()) : Passage.PASS;
            }

            /** The Cloud's engine binds the runner before the company; clients' requests do not. */
            private boolean concerns(Session session) {
                return session.concerns(app == App.CLOUD ? runner : company);
            }
        };
    }

    private Passage strike(String node, int backend) {
        if (!sprung.compareAndSet(false, true)) return Passage.PASS;
        struckAt = Instant.now();
        seen.add(struckAt + " " + what.fault().text());
        return blow.strike(what.fault(), node, backend);
    }

    /** When the fault struck; null as long as it has not. */
    @Nullable
    Instant struckAt() {
        return struckAt;
    }

    /** What has passed by, for the evidence. */
    List<String> seen() {
        return List.copyOf(seen);
    }
}
