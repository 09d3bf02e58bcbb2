package dev.portolan.portal.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.freeze.TenantFreeze;
import dev.portolan.portal.licence.Licences;
import dev.portolan.report.UnreadableReport;
import dev.portolan.report.arrival.ArrivedReport;
import dev.portolan.report.arrival.Reading;
import dev.portolan.report.arrival.Receipt;
import dev.portolan.web.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Receives reports. */
@Component
public class Reports {
    private final Tenancy tenancy;
    private final TenantFreeze freeze;
    private final Licences licences;
    private final Reading reading;
    private final ReceivedReports store;
    private final Clock clock;

    Reports(
            Tenancy tenancy,
            TenantFreeze freeze,
            Licences licences,
            Reading reading,
            ReceivedReports store,
            Clock clock) {
        this.tenancy = tenancy;
        this.freeze = freeze;
        this.licences = licences;
        this.reading = reading;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Stores a report and uses up its reservation, in one transaction. Idempotent by document id. A report that no open
     * reservation covers is stored and marked, never refused.
     *
     * @param original the bytes as they came
     * @throws Refusal {@code report_unreadable} (422, with {@code reason}), {@code document_id_conflict} (409: other
     *     bytes under the same id), {@code transfer_running} (503: a transfer brings this very report, and has not ended)
     */
    public Receipt receive(CompanyId tenant, UUID user, byte[] original, @Nullable UUID reservation) {
        var report = read(original);
        try {
            return tenancy.within(tenant, () -> store(tenant, user, report, reservation));
        } catch (DuplicateKeyException storedMeanwhile) {
            return again(tenant, user, report, reservation);
        }
    }

    /** Another request was quicker, and is seen now; what is still not seen is hidden by a transfer under way. */
    private Receipt again(CompanyId tenant, UUID user, ArrivedReport report, @Nullable UUID reservation) {
        try {
            return tenancy.within(tenant, () -> store(tenant, user, report, reservation));
        } catch (DuplicateKeyException hidden) {
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "transfer_running", Map.of("retryAfter", 60));
        }
    }

    private Receipt store(CompanyId tenant, UUID user, ArrivedReport report, @Nullable UUID reservation) {
        freeze.share(tenant);
        var before = store.receipt(tenant, report.documentId());
        if (before.isPresent()) return same(before.get(), report);
        boolean covered = reservation != null && licences.consume(tenant, reservation, report.documentId(), user);
        store.insert(tenant, report, covered);
        return report.receipt();
    }

    private ArrivedReport read(byte[] original) {
        try {
            return reading.read(original, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (UnreadableReport unreadable) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT, "report_unreadable", Map.of("reason", unreadable.code()));
        }
    }

    private static Receipt same(Receipt before, ArrivedReport report) {
        if (before.digest().equals(report.digest())) return before;
        throw new Refusal(HttpStatus.CONFLICT, "document_id_conflict");
    }
}
