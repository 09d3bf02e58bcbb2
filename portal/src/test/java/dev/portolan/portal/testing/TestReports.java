package dev.portolan.portal.testing;

import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Reports as erasure clients send them. */
public final class TestReports {
    private static final ReportTemplates TEMPLATES = ReportTemplates.withDummySignatures();

    private TestReports() {}

    public static byte[] report(UUID documentId) {
        return report(documentId, DeviceKind.LAPTOP, ErasureState.ERASED, Instant.parse("2026-11-02T10:00:00Z"));
    }

    public static byte[] report(UUID documentId, DeviceKind device, ErasureState state, Instant erasedAt) {
        return TEMPLATES.write(
                ReportOrder.of(device, state, erasedAt)
                        .withId(documentId)
                        .by("Muster ITAD", "Petra Löscher")
                        .withFields(Map.of(
                                "Asset Tag", "DE-" + documentId.toString().substring(0, 6))),
                new Random(documentId.getLeastSignificantBits()));
    }
}
