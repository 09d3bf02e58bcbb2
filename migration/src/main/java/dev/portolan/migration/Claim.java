package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a worker holds of a run it has claimed. */
record Claim(
        CompanyId runner,
        UUID id,
        String plan,
        CompanyId subject,
        UUID by,
        Map<String, String> terms,
        Phase phase,
        long epoch,
        int attempts,
        @Nullable String reasonCode,
        List<String> reason,
        Instant orderedAt) {}
