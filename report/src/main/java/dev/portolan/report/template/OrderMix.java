package dev.portolan.report.template;

import dev.portolan.report.ErasureState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a company erases in a year, in proportion. */
final class OrderMix {
    private static final List<DeviceKind> DEVICES = List.of(
            DeviceKind.IPHONE,
            DeviceKind.IPHONE,
            DeviceKind.IPHONE,
            DeviceKind.ANDROID,
            DeviceKind.ANDROID,
            DeviceKind.LAPTOP,
            DeviceKind.LAPTOP,
            DeviceKind.LAPTOP,
            DeviceKind.LAPTOP,
            DeviceKind.DESKTOP,
            DeviceKind.DESKTOP,
            DeviceKind.DESKTOP,
            DeviceKind.SERVER,
            DeviceKind.LUN,
            DeviceKind.FILES,
            DeviceKind.REMOVABLE_MEDIA,
            DeviceKind.REMOVABLE_MEDIA,
            DeviceKind.VIRTUAL_MACHINE);

    private OrderMix() {}

    static ReportOrder draw(Draw draw, Instant erasedAt) {
        DeviceKind device = draw.of(DEVICES);
        ReportOrder order = ReportOrder.of(device, outcome(draw), erasedAt)
                .by("Example ITAD Ltd", draw.of("Operator One", "Operator Two", "Jürgen Groß", "Aylin Özdemir"))
                .withFields(draw.oneIn(2) ? english(draw) : german(draw));
        return draw.oneIn(3)
                ? order.withStandard(draw.of(device.standards()))
                : order.withStandard(device.standards().getFirst());
    }

    private static ErasureState outcome(Draw draw) {
        if (draw.oneIn(14)) {
            return ErasureState.NOT_ERASED;
        }
        return draw.oneIn(25) ? ErasureState.ERASED_WITH_EXCEPTIONS : ErasureState.ERASED;
    }

    private static Map<String, String> english(Draw draw) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Comments", draw.oneIn(6) ? "Screen cracked, keyboard worn" : "");
        fields.put("Lot Number", draw.pattern("#####"));
        fields.put("Asset ID", draw.pattern("######"));
        return fields;
    }

    private static Map<String, String> german(Draw draw) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Asset Tag", draw.pattern("DE-######"));
        fields.put("Standort", draw.of("München", "Köln", "Düsseldorf", "Zürich"));
        fields.put("Kostenstelle", draw.pattern("4###"));
        fields.put("Geprüft von", draw.of("J. Groß", "A. Özdemir", ""));
        return fields;
    }
}
