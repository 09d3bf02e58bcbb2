package dev.portolan.report.template;

import dev.portolan.report.template.Device.Target;
import dev.portolan.report.template.Drives.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Computers: desktops, laptops, servers and virtual machines. */
final class Machines {
    private record Make(String manufacturer, String model, String serial) {}

    private record Board(
            Make make, String chassis, String serial, String uuid, String processor, int sockets, int cores) {}

    private static final List<Make> DESKTOPS = List.of(
            new Make("Dell Inc.", "OptiPlex 7090", "@?##??3"),
            new Make("HP", "EliteDesk 800 G6", "CZC#######"),
            new Make("LENOVO", "ThinkCentre M70q", "PC1?????"),
            new Make("Fujitsu", "ESPRIMO P7010", "YMNV######"));
    private static final List<Make> LAPTOPS = List.of(
            new Make("LENOVO", "ThinkPad T14 Gen 3", "PF#?????"),
            new Make("Dell Inc.", "Latitude 5430", "?##??@3"),
            new Make("HP", "EliteBook 840 G8", "5CG#######"),
            new Make("Fujitsu", "LIFEBOOK U7411", "DSDQ######"));
    private static final List<Make> SERVERS = List.of(
            new Make("Dell Inc.", "PowerEdge R740", "#?@??R2"),
            new Make("HPE", "ProLiant DL380 Gen10", "CZJ#######"),
            new Make("Supermicro", "SYS-2029U-TR4", "A#########"));

    private Machines() {}

    static Device desktop(Draw draw) {
        Board board = board(draw, DESKTOPS, "Desktop", "Intel(R) Core(TM) i7-10700 CPU @ 2.90GHz", 1, 8);
        List<Drive> drives = drives(draw.between(1, 3), () -> Drives.any(draw));
        return device(draw, board, drives, draw.of(8, 16, 32), xml -> {});
    }

    static Device laptop(Draw draw) {
        Board board = board(draw, LAPTOPS, "Laptop", "12th Gen Intel(R) Core(TM) i5-1245U", 1, 10);
        List<Drive> drives = List.of(Drives.solidState(draw));
        int health = draw.between(55, 100);
        int cycles = draw.between(8, 900);
        String serial = draw.pattern("######");
        return device(
                draw,
                board,
                drives,
                draw.of(8, 16, 32),
                xml -> xml.group(
                        "batteries",
                        () -> xml.group("battery", () -> {
                            xml.text("serial", serial);
                            xml.text("chemistry", "Lithium polymer");
                            xml.number("cycles", cycles);
                            xml.number("health", health);
                        })));
    }

    static Device server(Draw draw) {
        Board board = board(draw, SERVERS, "Rack Mount Chassis", "Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz", 2, 20);
        List<Drive> drives = Drives.array(draw, draw.between(6, 24));
        String wwn = draw.pattern("naa.6~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~");
        long usable = drives.getFirst().capacity() * (drives.size() - 2L);
        return device(
                draw,
                board,
                drives,
                draw.of(128, 256, 512),
                xml -> xml.group(
                        "raid_controllers",
                        () -> xml.group("raid_controller", () -> {
                            xml.text("vendor", "Broadcom / LSI");
                            xml.text("model", "MegaRAID SAS-3 3108");
                            xml.group(
                                    "volumes",
                                    () -> xml.group("volume", () -> {
                                        xml.text("level", "RAID 6");
                                        xml.text("identifier", wwn);
                                        xml.number("capacity", usable);
                                        xml.number("disks", drives.size());
                                        xml.text("state", "Dismantled for erasure");
                                    }));
                        })));
    }

    static Device virtualMachine(Draw draw) {
        String uuid = draw.uuid().toString();
        String name = draw.of("db", "web", "app", "file", "test") + draw.pattern("-0#.intern");
        String guest = draw.of("Windows Server 2019", "Debian 12", "SUSE Linux Enterprise 15");
        List<Target> disks = IntStream.rangeClosed(1, draw.between(1, 3))
                .mapToObj(i -> new Target(
                        "Virtual disk",
                        "VMware",
                        name + "_" + i + ".vmdk",
                        draw.pattern("6000C29~~~~~~~~~~~~~~~~~~~~~~~~~"),
                        draw.of(40L, 80L, 200L) * 1_073_741_824L,
                        draw.between(3, 25)))
                .toList();
        return new Device(
                disks,
                xml -> {
                    xml.group("system", () -> {
                        xml.text("manufacturer", "VMware, Inc.");
                        xml.text("model", "VMware7,1");
                        xml.text("name", name);
                        xml.text("serial", "VMware-" + uuid);
                        xml.text("uuid", uuid);
                        xml.text("chassis_type", "Virtual Machine");
                        xml.text("hypervisor", "VMware ESXi 8.0.2");
                    });
                    Storage.disks(xml, disks);
                },
                Device.operatingSystem(guest, ""));
    }

    private static Board board(Draw draw, List<Make> makes, String chassis, String processor, int sockets, int cores) {
        Make make = draw.of(makes);
        return new Board(make, chassis, draw.pattern(make.serial()), draw.uuid().toString(), processor, sockets, cores);
    }

    private static List<Drive> drives(int count, Supplier<Drive> drive) {
        List<Drive> drives = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drives.add(drive.get());
        }
        return drives;
    }

    private static Device device(Draw draw, Board board, List<Drive> drives, int ram, Consumer<ReportXml> more) {
        List<String> modules = IntStream.range(0, board.sockets() * 2)
                .mapToObj(i -> draw.pattern("########"))
                .toList();
        List<String> macs =
                IntStream.range(0, board.sockets()).mapToObj(i -> draw.mac()).toList();
        String boardSerial = draw.pattern("/?######/CN@######");
        return new Device(
                drives.stream().map(Drive::target).toList(),
                xml -> {
                    system(xml, board);
                    xml.group("motherboard", () -> {
                        xml.text("vendor", board.make().manufacturer());
                        xml.text("serial", boardSerial);
                    });
                    processors(xml, board);
                    memory(xml, modules, ram);
                    xml.group("disks", () -> drives.forEach(drive -> drive.write(xml)));
                    network(xml, macs);
                    more.accept(xml);
                },
                Device.operatingSystem("Windows 11 Pro", "10.0.22631"));
    }

    private static void system(ReportXml xml, Board board) {
        xml.group("system", () -> {
            xml.text("manufacturer", board.make().manufacturer());
            xml.text("model", board.make().model());
            xml.text("serial", board.serial());
            xml.text("uuid", board.uuid());
            xml.text("chassis_type", board.chassis());
        });
    }

    private static void processors(ReportXml xml, Board board) {
        xml.group(
                "processors",
                () -> IntStream.range(0, board.sockets())
                        .forEach(i -> xml.group("processor", () -> {
                            xml.text("vendor", "Intel");
                            xml.text("model", board.processor());
                            xml.number("cores", board.cores());
                        })));
    }

    private static void memory(ReportXml xml, List<String> serials, int gigabytes) {
        xml.group("memory", () -> {
            xml.text("size", gigabytes + " GB");
            xml.group(
                    "banks",
                    () -> serials.forEach(serial -> xml.group("bank", () -> {
                        xml.text("type", "DDR4");
                        xml.text("serial", serial);
                        xml.text("size", gigabytes / serials.size() + " GB");
                    })));
        });
    }

    private static void network(ReportXml xml, List<String> macs) {
        xml.group(
                "network_adapters",
                () -> macs.forEach(mac -> xml.group("network_adapter", () -> {
                    xml.text("vendor", "Intel Corporation");
                    xml.text("mac", mac);
                })));
    }
}
