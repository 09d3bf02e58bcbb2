package dev.portolan.cloud.report;

import dev.portolan.cloud.freeze.Freeze;
import dev.portolan.cloud.licence.Licences;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
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
    private final Freeze freeze;
    private final Licences licences;
    private final Reading reading;
    private final ReceivedReports store;
    private final Clock clock;

    Reports(Tenancy tenancy, Freeze freeze, Licences licences, Reading reading, ReceivedReports store, Clock clock) {
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
     *     bytes under the same id), and what {@link Freeze#share} throws
     */
    public Receipt receive(CompanyId company, UUID user, byte[] original, @Nullable UUID reservation) {
        var report = read(original);
        try {
            return tenancy.within(company, () -> store(company, user, report, reservation));
        } catch (DuplicateKeyException storedMeanwhile) {
            return tenancy.within(company, () -> store(company, user, report, reservation));
        }
    }

    private Receipt store(CompanyId company, UUID user, ArrivedReport report, @Nullable UUID reservation) {
        freeze.share(company);
        var before = store.receipt(company, report.documentId());
        if (before.isPresent()) return same(before.get(), report);
        boolean covered = reservation != null && licences.consume(company, reservation, report.documentId(), user);
        store.insert(company, report, covered);
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
