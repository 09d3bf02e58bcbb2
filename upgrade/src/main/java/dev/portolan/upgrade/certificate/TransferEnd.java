package dev.portolan.upgrade.certificate;

import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that was activated and proved, as its certificate tells of it.
 *
 * @param order the company, the transfer and the epoch that was activated
 * @param by the user who ordered it, of the company that ran it
 * @param from the first moment of the scope, null where no reports were chosen
 * @param users who have an account in the Portal
 */
public record TransferEnd(
        TransferTry order,
        CompanyId runner,
        UUID by,
        Instant orderedAt,
        int months,
        String zone,
        @Nullable Instant from,
        Instant activatedAt,
        Instant provedAt,
        int users) {}
