package dev.portolan.demo.data;

import dev.portolan.report.ErasureState;
import dev.portolan.report.template.ReportOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One erasure whose report has arrived.
 *
 * @param number of the company's, counted from 0, oldest first
 * @param product the licence it uses up
 * @param client which of the company's erasure clients sent it, counted from 0
 */
record PlannedErasure(
        Firm firm, int number, ReportOrder order, String product, Worker worker, int client, Instant receivedAt) {
    private static final Duration RESERVED_BEFORE = Duration.ofMinutes(40);

    UUID documentId() {
        return DemoIds.named("document", firm.key(), Integer.toString(number));
    }

    Instant reservedAt() {
        return receivedAt.minus(RESERVED_BEFORE).minusSeconds(number % 900);
    }

    UUID reservationId() {
        return DemoIds.at(reservedAt(), "reservation", firm.key(), Integer.toString(number));
    }

    boolean failed() {
        return order.outcome() == ErasureState.NOT_ERASED;
    }
}
