package dev.portolan.report.template;

import java.util.List;
import java.util.function.Consumer;

/**
 * An invented device.
 *
 * @param targets what is erased, one erasure each
 * @param hardware writes the sections of the hardware report
 * @param software writes the sections of the software report
 */
record Device(List<Target> targets, Consumer<ReportXml> hardware, Consumer<ReportXml> software) {
    /**
     * @param capacity in bytes
     * @param minutes how long its erasure takes
     */
    record Target(String type, String vendor, String model, String serial, long capacity, int minutes) {}

    static Consumer<ReportXml> operatingSystem(String name, String version) {
        return xml -> xml.group("operating_system", () -> {
            xml.text("name", name);
            xml.text("version", version);
        });
    }
}
