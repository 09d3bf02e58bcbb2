package dev.portolan.report.template;

import java.util.List;
import java.util.stream.IntStream;

/** Hard disks and solid-state drives. */
final class Drives {
    private static final long GB = 1_000_000_000L;

    private record Model(String type, String bus, String vendor, String name, String serial, List<Long> sizes) {}

    /** One drive as the hardware report lists it. */
    record Drive(Model model, String serial, long capacity, String firmware, int hours, int remapped, int celsius) {
        Device.Target target() {
            int perTerabyte = model.type().equals("HDD") ? 110 : 12;
            int minutes = (int) Math.max(2, capacity / GB * perTerabyte / 1000);
            return new Device.Target(model.type(), model.vendor(), model.name(), serial, capacity, minutes);
        }

        void write(ReportXml xml) {
            xml.group("disk", () -> {
                xml.text("type", model.type());
                xml.text("interface_type", model.bus());
                xml.text("vendor", model.vendor());
                xml.text("model", model.name());
                xml.text("serial", serial);
                xml.number("capacity", capacity);
                xml.text("firmware_version", firmware);
                xml.group("smart", () -> {
                    xml.text("health", remapped > 20 ? "Warning" : "Good");
                    xml.number("power_on_hours", hours);
                    xml.number("remapped_sectors", remapped);
                    xml.number("temperature", celsius);
                });
            });
        }
    }

    private static final List<Model> HDD = List.of(
            new Model("HDD", "SATA", "Seagate", "ST1000DM010-2EP102", "Z9A?????", List.of(1000 * GB)),
            new Model("HDD", "SATA", "Western Digital", "WD10EZEX-08WN4A0", "WD-WCC6Y#@#####", List.of(1000 * GB)),
            new Model("HDD", "SATA", "Toshiba", "DT01ACA200", "##?#?#?AS", List.of(2000 * GB)));
    private static final List<Model> SSD = List.of(
            new Model(
                    "SSD", "SATA", "Samsung", "SSD 870 EVO", "S6PUNX0R######@", List.of(250 * GB, 500 * GB, 1000 * GB)),
            new Model("SSD", "SATA", "Crucial", "CT500MX500SSD1", "2212E6######", List.of(500 * GB)));
    private static final List<Model> NVME = List.of(
            new Model("NVMe", "PCIe", "Samsung", "MZVL2512HCJQ-00BL7", "S64ANS0T######", List.of(512 * GB)),
            new Model("NVMe", "PCIe", "SK hynix", "PC711 NVMe", "FNA9N##########", List.of(256 * GB, 512 * GB)),
            new Model("NVMe", "PCIe", "KIOXIA", "KXG60ZNV1T02", "Z0KF#####@@#", List.of(1024 * GB)));
    private static final List<Model> SAS = List.of(
            new Model("HDD", "SAS", "HGST", "HUC101812CSS204", "0TH#####", List.of(1200 * GB)),
            new Model("HDD", "SAS", "Seagate", "ST2400MM0129", "WBM#?#??", List.of(2400 * GB)),
            new Model("SSD", "SAS", "KIOXIA", "PM6-R 1.92TB", "7#A0A0######", List.of(1920 * GB)));

    private Drives() {}

    static Drive any(Draw draw) {
        return one(draw, draw.of(List.of(HDD, SSD, NVME)));
    }

    static Drive solidState(Draw draw) {
        return one(draw, draw.oneIn(4) ? SSD : NVME);
    }

    /** Alike, as they come in an array. */
    static List<Drive> array(Draw draw, int count) {
        List<Model> model = List.of(draw.of(SAS));
        return IntStream.range(0, count).mapToObj(i -> one(draw, model)).toList();
    }

    private static Drive one(Draw draw, List<Model> models) {
        Model model = draw.of(models);
        return new Drive(
                model,
                draw.pattern(model.serial()),
                draw.of(model.sizes()),
                draw.pattern("@@##?@"),
                draw.between(40, 52_000),
                draw.oneIn(9) ? draw.between(1, 60) : 0,
                draw.between(24, 46));
    }
}
