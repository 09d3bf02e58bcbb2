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
 * @param wish what somebody wants it to do and it has not done yet, or stays at
 * @param acts who acts next where it stands
 * @param movedAt when it last got on
 * @param alarmedAt since when it is known that it does not; null while it does
 */
public record RunView(
        UUID id,
        String plan,
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
        Instant orderedAt,
        @Nullable Wish wish,
        NeedsPerson.@Nullable Who acts,
        Instant movedAt,
        @Nullable Instant alarmedAt) {

    /** Who acts next where it does not move: the operator, unless it stands for its manager. */
    public NeedsPerson.Who actsNext() {
        return acts == null ? NeedsPerson.Who.OPERATOR : acts;
    }
}
