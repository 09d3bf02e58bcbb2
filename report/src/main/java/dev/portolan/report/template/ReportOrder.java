package dev.portolan.report.template;

import dev.portolan.report.ErasureState;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A report wanted: what, with which outcome, when and by whom. What is not said is drawn.
 *
 * @param documentId null: drawn
 * @param standard null: one of the device's own
 * @param erasedAt when the last erasure ended, to the second
 * @param provider the company that erased
 * @param customFields label to value, in this order
 * @param simulated writes so into the description
 */
public record ReportOrder(
        DeviceKind device,
        ErasureState outcome,
        Instant erasedAt,
        @Nullable UUID documentId,
        @Nullable String standard,
        String provider,
        String person,
        Map<String, String> customFields,
        boolean simulated) {

    public ReportOrder {
        customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
    }

    public static ReportOrder of(DeviceKind device, ErasureState outcome, Instant erasedAt) {
        return new ReportOrder(device, outcome, erasedAt, null, null, "", "", Map.of(), false);
    }

    /** As companies of the field erase: mostly phones and computers, one in ten with trouble. */
    public static ReportOrder draw(RandomGenerator random, Instant erasedAt) {
        return OrderMix.draw(new Draw(random), erasedAt);
    }

    public ReportOrder withId(UUID id) {
        return new ReportOrder(device, outcome, erasedAt, id, standard, provider, person, customFields, simulated);
    }

    public ReportOrder withStandard(String wanted) {
        return new ReportOrder(
                device, outcome, erasedAt, documentId, wanted, provider, person, customFields, simulated);
    }

    public ReportOrder by(String erasureProvider, String erasurePerson) {
        return new ReportOrder(
                device,
                outcome,
                erasedAt,
                documentId,
                standard,
                erasureProvider,
                erasurePerson,
                customFields,
                simulated);
    }

    public ReportOrder withFields(Map<String, String> fields) {
        return new ReportOrder(device, outcome, erasedAt, documentId, standard, provider, person, fields, simulated);
    }

    public ReportOrder asSimulated() {
        return new ReportOrder(device, outcome, erasedAt, documentId, standard, provider, person, customFields, true);
    }
}
