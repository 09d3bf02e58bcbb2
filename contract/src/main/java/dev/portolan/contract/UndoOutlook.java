package dev.portolan.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an undo would do at this moment.
 *
 * @param obstacle code of what it would be refused with, null where nothing stands in its way
 * @param about what the obstacle is about, such as a product
 * @param licences units that would go back to the Cloud, the reserved ones included
 * @param reservations open reservations that would go back
 * @param granted units granted in the Portal since, which would go back to whoever granted them
 * @param reports reports that the transfer has brought and that would be removed again
 * @param reportsSince reports received in the Portal since, which would be copied to the Cloud
 */
public record UndoOutlook(
        @Nullable String obstacle,
        @Nullable String about,
        BigDecimal licences,
        int reservations,
        BigDecimal granted,
        long reports,
        long reportsSince) {}
