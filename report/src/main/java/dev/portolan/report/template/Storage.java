package dev.portolan.report.template;

import dev.portolan.report.template.Device.Target;
import java.util.List;
import java.util.stream.IntStream;

/** What is erased without its machine: logical units, files, removable media. */
final class Storage {
    private static final long GB = 1_000_000_000L;
    private static final List<String> FILES = List.of(
            "C:\\Users\\mueller\\Documents\\Angebot Müller & Söhne.docx",
            "C:\\Users\\mueller\\Documents\\Gehälter 2025.xlsx",
            "D:\\Export\\customers.csv",
            "D:\\Export\\customers-old.csv",
            "E:\\Backup\\mail-archive.pst",
            "C:\\Temp\\scan_0017.pdf",
            "C:\\Temp\\scan_0018.pdf",
            "/srv/share/HR/Bewerbung Özdemir.pdf",
            "/srv/share/HR/contract (signed).pdf");

    private Storage() {}

    static Device lun(Draw draw) {
        String vendor = draw.of("NetApp", "Dell EMC", "HPE", "IBM");
        String serial = draw.pattern("##########");
        List<Target> units = IntStream.rangeClosed(0, draw.between(0, 5))
                .mapToObj(i -> new Target(
                        "LUN",
                        vendor,
                        "LUN " + i,
                        draw.pattern("naa.60~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"),
                        draw.of(500L, 1000L, 4000L, 10_000L) * GB,
                        draw.between(30, 600)))
                .toList();
        return new Device(
                units,
                xml -> {
                    system(xml, vendor, "Storage array", serial, "Storage Array");
                    disks(xml, units);
                },
                Device.operatingSystem("Linux", "6.1"));
    }

    static Device removableMedia(Draw draw) {
        Target medium = draw.of(
                new Target("USB stick", "SanDisk", "Ultra Fit", draw.pattern("4C53###########"), 64 * GB, 9),
                new Target("USB stick", "Kingston", "DataTraveler 3.0", draw.pattern("60A44C~~~~~~~~~~"), 32 * GB, 6),
                new Target("SD card", "Transcend", "SDXC 300S", draw.pattern("0x########"), 128 * GB, 21),
                new Target("CompactFlash", "Lexar", "Professional 1066x", draw.pattern("LX#######"), 32 * GB, 7));
        return new Device(
                List.of(medium),
                xml -> {
                    system(xml, medium.vendor(), medium.model(), medium.serial(), "Removable Media");
                    disks(xml, List.of(medium));
                },
                Device.operatingSystem("Windows 11 Pro", "10.0.22631"));
    }

    static Device files(Draw draw) {
        int first = draw.between(0, FILES.size() - 1);
        List<Target> files = IntStream.rangeClosed(0, draw.between(1, FILES.size() - 1))
                .mapToObj(i -> new Target(
                        "File", "", FILES.get((first + i) % FILES.size()), "", draw.between(2_000, 90_000_000), 1))
                .toList();
        String host = draw.pattern("WS-#####");
        String serial = draw.pattern("PF#?????");
        return new Device(
                files,
                xml -> {
                    system(xml, "LENOVO", "ThinkPad T14 Gen 3", serial, "Laptop");
                    xml.group("network", () -> xml.text("host_name", host));
                },
                Device.operatingSystem("Windows 11 Pro", "10.0.22631"));
    }

    static void disks(ReportXml xml, List<Target> targets) {
        xml.group(
                "disks",
                () -> targets.forEach(target -> xml.group("disk", () -> {
                    xml.text("type", target.type());
                    xml.text("vendor", target.vendor());
                    xml.text("model", target.model());
                    xml.text("serial", target.serial());
                    xml.number("capacity", target.capacity());
                })));
    }

    private static void system(ReportXml xml, String manufacturer, String model, String serial, String chassis) {
        xml.group("system", () -> {
            xml.text("manufacturer", manufacturer);
            xml.text("model", model);
            xml.text("serial", serial);
            xml.text("chassis_type", chassis);
        });
    }
}
