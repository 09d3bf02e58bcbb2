package dev.portolan.upgrade.status;

import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.status.Migrations.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one subject stands.
 *
 * @param reason of the last move, where it had one
 * @param since when it came into this state
 */
public record Standing(
        CompanyId subject, MigrationState state, @Nullable Reason reason, Instant since) {}
