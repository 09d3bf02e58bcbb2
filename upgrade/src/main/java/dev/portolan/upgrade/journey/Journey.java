package dev.portolan.upgrade.journey;

import dev.portolan.platform.CompanyId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a company is in the wizard.
 *
 * @param answers what was typed, field to value
 * @param doorClosedAt since when no customer can be started any more, null while it can
 * @param version grows with every move
 */
public record Journey(
        CompanyId company,
        Path path,
        Step step,
        Map<String, String> answers,
        @Nullable Instant doorClosedAt,
        int version,
        UUID changedBy,
        Instant changedAt) {
    public Journey {
        answers = Map.copyOf(answers);
    }

    /** Whether the step was taken already. */
    public boolean isPast(Step other) {
        return path.steps().contains(other) && other.compareTo(step) < 0;
    }

    /** Whether the step can be shown: it is taken already or is the present one. */
    public boolean isOpen(Step other) {
        return path.steps().contains(other) && other.compareTo(step) <= 0;
    }

    /** Whether invitations can be sent: the page of the customers is reached and the door is open. */
    public boolean mayStartCustomers() {
        return doorClosedAt == null && isOpen(Step.MANAGE_CUSTOMERS);
    }

    /** The answer to a field, or the empty text. */
    public String answer(String field) {
        return answers.getOrDefault(field, "");
    }

    /** Whether a box was ticked. */
    public boolean ticked(String field) {
        return answer(field).equals("yes");
    }
}
