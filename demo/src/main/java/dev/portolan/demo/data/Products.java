package dev.portolan.demo.data;

import dev.portolan.report.template.DeviceKind;
import java.math.BigDecimal;

/** Licence products by their names in the Cloud. */
final class Products {
    static final String PC = "Drive Eraser - PC Edition";
    static final String SERVER = "Drive Eraser - Server Edition";
    static final String MOBILE = "Mobile Device Eraser - Erasure";
    static final String PROFILER = "Drive Eraser - Asset Profiler";
    /** The Portal does not know this one. */
    static final String CLASSIC = "Network Eraser - Classic";

    private static final BigDecimal PROFILER_RATE = new BigDecimal("0.5");

    private Products() {}

    /** What erasing such a device uses up. */
    static String of(DeviceKind device) {
        return switch (device) {
            case IPHONE, ANDROID -> MOBILE;
            case DESKTOP, LAPTOP -> PC;
            case SERVER -> SERVER;
            case LUN -> "LUN Eraser";
            case FILES -> "File Eraser";
            case REMOVABLE_MEDIA -> "Removable Media Eraser";
            case VIRTUAL_MACHINE -> "Virtual Machine Eraser";
        };
    }

    /** How much one use takes. */
    static BigDecimal rate(String product) {
        return product.equals(PROFILER) ? PROFILER_RATE : BigDecimal.ONE;
    }
}
