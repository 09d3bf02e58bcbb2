package dev.portolan.upgrade.customer;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.eligibility.Finding;
import dev.portolan.upgrade.eligibility.Validation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks customers once more whose next stage is ordered, some at a time. Never called inside a transaction. Where the
 * Portal is silent nobody is refused: a transfer checks again before it begins anything.
 */
@Component
public class Recheck {
    private static final Logger log = LoggerFactory.getLogger(Recheck.class);
    private static final int AT_ONCE = 6;

    private final Validation validation;

    Recheck(Validation validation) {
        this.validation = validation;
    }

    /** Those that no longer pass, with what stands in their way. */
    public List<RefusedCustomer> refused(CompanyId partner, List<CustomerRow> ordered) {
        var slots = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var checks = ordered.stream()
                    .map(row -> (Callable<RefusedCustomer>) () -> {
                        slots.acquire();
                        try {
                            return RefusedCustomer.of(row, blockers(partner, row.id()));
                        } finally {
                            slots.release();
                        }
                    })
                    .map(threads::submit)
                    .toList();
            return checks.stream()
                    .map(Recheck::done)
                    .filter(checked -> !checked.findings().isEmpty())
                    .toList();
        }
    }

    /** What stands in the way of one. */
    public List<Finding> blockers(CompanyId runner, CompanyId subject) {
        try {
            return validation.again(runner, subject);
        } catch (PortalUnreachable | PortalRefusal silent) {
            log.warn("portal not asked again subject={} why={}", subject, silent.getMessage());
            return List.of();
        }
    }

    private static RefusedCustomer done(Future<RefusedCustomer> check) {
        try {
            return check.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while checking", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a customer could not be checked", failed.getCause());
        }
    }
}
