package dev.portolan.cloud.reconcile;

import dev.portolan.contract.ComparedPortal;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.platform.restore.RestoreWatch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Makes contact every few seconds; the first time before this node writes anything. */
@Component
class Heartbeat implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final Contact contact;
    private final RestoreWatch watch;
    private final Duration interval;
    private @Nullable ScheduledExecutorService beating;
    private boolean heard = true;

    Heartbeat(
            Contact contact,
            RestoreWatch watch,
            ComparedPortal portal,
            @Value("${portolan.exchange.pulse:5s}") Duration interval) {
        this.contact = contact;
        this.watch = watch;
        this.interval = portal.configured() ? interval : Duration.ZERO;
        if (this.interval.isPositive()) watch.expectContact();
    }

    @Override
    public synchronized void start() {
        if (beating != null || !interval.isPositive()) return;
        beating = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("pulse").factory());
        beating.scheduleWithFixedDelay(this::beat, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            contact.make();
            heard = true;
        } catch (PortalUnreachable | PortalRefusal | DataAccessException | TransactionException away) {
            if (heard) log.info("no contact with the Portal: {}", away.getMessage());
            heard = false;
        } finally {
            watch.contacted();
        }
    }

    @Override
    public synchronized void stop() {
        if (beating != null) beating.shutdownNow();
        beating = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return beating != null;
    }
}
