package dev.portolan.upgrade.customer;

import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer in the list.
 *
 * @param partner a sub-partner, which runs a wizard of its own
 * @param refused invitations that the mail server has finally refused
 * @param blockers codes of what stops it
 * @param warnings codes of what should be known
 * @param progress of its transfer, null where none was ordered or it is done
 */
public record CustomerRow(
        CompanyId id,
        String name,
        boolean partner,
        MigrationState state,
        @Nullable Reason reason,
        Instant changedAt,
        long version,
        int users,
        int signedUp,
        int managersIn,
        int refused,
        BigDecimal licences,
        long reports,
        int clients,
        List<String> blockers,
        List<String> warnings,
        @Nullable Progress progress) {
    public CustomerRow {
        blockers = List.copyOf(blockers);
        warnings = List.copyOf(warnings);
    }

    /** Changes whenever the row looks different. */
    public String mark() {
        return progress == null
                ? Long.toString(version)
                : version + "." + progress.reportsCopied() + "."
                        + progress.phase().ordinal();
    }

    /** The act that fits, in lower case, or "none". */
    public String act() {
        if (Act.INVITE.fits(state)) return "invite";
        return Act.TRANSFER.fits(state) ? "transfer" : "none";
    }

    CustomerRow with(@Nullable Progress progressed) {
        return new CustomerRow(
                id,
                name,
                partner,
                state,
                reason,
                changedAt,
                version,
                users,
                signedUp,
                managersIn,
                refused,
                licences,
                reports,
                clients,
                blockers,
                warnings,
                progressed);
    }
}
