package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as its row says.
 *
 * @param terms of the order
 * @param step where it stands
 * @param faultCode the last fault, its arguments and time
 * @param reasonCode why it went back
 * @param node that worked on it last
 */
public record RunView(
        UUID id,
        CompanyId subject,
        Map<String, String> terms,
        Phase phase,
        RunState state,
        long epoch,
        @Nullable String step,
        @Nullable String faultCode,
        List<String> fault,
        @Nullable Instant faultAt,
        @Nullable String reasonCode,
        List<String> reason,
        @Nullable String node,
        Instant orderedAt) {}
