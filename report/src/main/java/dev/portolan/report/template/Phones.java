package dev.portolan.report.template;

import dev.portolan.report.template.Device.Target;
import java.util.List;
import java.util.function.Consumer;

/** Mobile devices, with the sections that genuine mobile reports have. */
final class Phones {
    private record Model(String name, String internal, String number, List<Integer> gigabytes, List<String> colours) {}

    private static final List<Model> APPLE = List.of(
            new Model("iPhone 11", "MWLT2", "A2111", List.of(64, 128, 256), List.of("Black", "White", "Purple")),
            new Model("iPhone 12", "MGJ53", "A2403", List.of(64, 128, 256), List.of("Black", "Blue", "Green")),
            new Model("iPhone 13", "MLPF3", "A2633", List.of(128, 256, 512), List.of("Midnight", "Starlight", "Pink")),
            new Model("iPhone 14 Pro", "MPXV3", "A2890", List.of(128, 256, 1000), List.of("Space Black", "Gold")),
            new Model("iPhone SE", "MMXF3", "A2783", List.of(64, 128), List.of("Midnight", "Red")));
    private static final List<Model> SAMSUNG = List.of(
            new Model("Galaxy S21", "o1s", "SM-G991B", List.of(128, 256), List.of("Phantom Gray", "Phantom White")),
            new Model("Galaxy S23", "dm1q", "SM-S911B", List.of(128, 256), List.of("Cream", "Lavender")),
            new Model("Galaxy A54 5G", "a54x", "SM-A546B", List.of(128, 256), List.of("Awesome Graphite")));
    private static final List<Model> GOOGLE = List.of(
            new Model("Pixel 7", "panther", "GVU6C", List.of(128, 256), List.of("Obsidian", "Snow")),
            new Model("Pixel 8a", "akita", "G6GPR", List.of(128), List.of("Bay", "Aloe")));

    private record Phone(Model model, String colour, int gigabytes, String imei, String serial, String version) {
        String fullName() {
            return model.name() + " " + gigabytes + "GB " + colour;
        }
    }

    private Phones() {}

    static Device iphone(Draw draw) {
        Phone phone = phone(draw, APPLE, "??????????", draw.of("16.7.8", "17.5.1", "18.1"));
        String ecid = draw.pattern("################");
        String lock = draw.of("Unlocked", "Unlocked", "Unlocked", "Locked");
        return device(draw, phone, "Apple, Inc.", "iOS", xml -> {
            xml.text("a_model_number", phone.model().number());
            xml.text("ecid", ecid);
            xml.text("find_my_iphone", lock);
            xml.text("find_my_iphone_source", "Device");
        });
    }

    static Device android(Draw draw) {
        boolean samsung = draw.oneIn(2);
        Phone phone = phone(
                draw,
                samsung ? SAMSUNG : GOOGLE,
                samsung ? "R5C@#######" : "#?##1?????????",
                draw.of("13", "14", "15"));
        String patch = draw.of("2025-03-05", "2025-09-01", "2026-02-01");
        return device(draw, phone, samsung ? "Samsung" : "Google", "Android", xml -> {
            xml.text("security_patch_level", patch);
            xml.text("factory_reset_protection", "Unlocked");
        });
    }

    private static Phone phone(Draw draw, List<Model> models, String serial, String version) {
        Model model = draw.of(models);
        return new Phone(
                model,
                draw.of(model.colours()),
                draw.of(model.gigabytes()),
                draw.imei(),
                draw.pattern(serial),
                version);
    }

    private static Device device(Draw draw, Phone phone, String maker, String os, Consumer<ReportXml> more) {
        Target memory = new Target(
                "Internal memory",
                "",
                "",
                "IMEI:" + phone.imei(),
                phone.gigabytes() * 1_000_000_000L,
                draw.between(2, 9));
        String wifi = draw.mac();
        String uuid = draw.pattern("~".repeat(40));
        String carrier = draw.of("Unlocked", "Telekom", "Vodafone", "O2", "AT&T");
        int ram = draw.of(4, 6, 8);
        int health = draw.between(74, 100);
        int design = draw.between(2800, 4800);
        int cycles = draw.between(3, 820);
        String battery = draw.pattern("F5D#########?????");
        List<String> cameras =
                List.of(draw.pattern("## ## ## ## ## ## ## ##"), draw.pattern("## ## ## ## ## ## ## ##"));
        String iccid = draw.oneIn(12) ? draw.pattern("8949################") : "";
        return new Device(
                List.of(memory),
                xml -> {
                    xml.group("system", () -> {
                        xml.text("manufacturer", maker);
                        xml.text("name", phone.fullName());
                        xml.text("market_name", phone.model().name());
                        xml.text("model", phone.fullName());
                        xml.text("ram", ram + "GB");
                        xml.text("device_color", phone.colour());
                        xml.text("identifier", "IMEI:" + phone.imei());
                        xml.text("imei", phone.imei());
                        xml.text("serial", phone.serial());
                        xml.text("internal_model", phone.model().internal());
                        xml.text("firmware_version", phone.version());
                        xml.text("uuid", uuid);
                        xml.text("wifi_mac", wifi);
                        xml.text("chassis_type", "Mobile Device");
                        xml.text("mdm_status", "Unlocked");
                        xml.text("initial_carrier", carrier);
                        more.accept(xml);
                    });
                    xml.group(
                            "disks",
                            () -> xml.group("disk", () -> {
                                xml.text("type", memory.type());
                                xml.text("serial", memory.serial());
                                xml.number("capacity", memory.capacity());
                                xml.text("vendor", "");
                            }));
                    xml.group("mobile_battery", () -> {
                        xml.text("battery_serial", battery);
                        xml.number("battery_cycles", cycles);
                        xml.number("battery_capacity_design", design);
                        xml.number("battery_capacity_current", design * (long) health / 100);
                        xml.number("battery_capacity_wear_level", 100 - health);
                        xml.number("battery_capacity_health_level", health);
                    });
                    cameras(xml, cameras);
                    simCard(xml, iccid);
                },
                Device.operatingSystem(os, phone.version()));
    }

    private static void cameras(ReportXml xml, List<String> serials) {
        xml.group("cameras", () -> {
            for (int i = 0; i < serials.size(); i++) {
                String type = i == 0 ? "Front Camera" : "Back Camera";
                String serial = serials.get(i);
                xml.group("camera", () -> {
                    xml.text("type", type);
                    xml.text("serial", serial);
                });
            }
        });
    }

    private static void simCard(ReportXml xml, String iccid) {
        if (!iccid.isEmpty()) {
            xml.group(
                    "sim_cards",
                    () -> xml.group("sim_card", () -> {
                        xml.text("iccid", iccid);
                        xml.number("slot", 1);
                    }));
        }
    }
}
