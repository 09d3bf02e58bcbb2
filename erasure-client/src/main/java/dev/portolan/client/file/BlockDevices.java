package dev.portolan.client.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The devices beneath file systems, as {@code /sys} shows them. */
record BlockDevices(Path sys) {
    private static final Pattern VIRTUAL = Pattern.compile("qemu|vmware|vbox|virtual|msft|xen|google|amazon");
    private static final Pattern PARAVIRTUAL = Pattern.compile("x?vd[a-z].*");
    private static final Pattern REMOTE = Pattern.compile("(nbd|rbd|drbd).*");

    /** Adds what limits an erasure on the device of this number, and on those it is made of. */
    void addLimits(String number, Set<Limit> limits) throws IOException {
        var link = sys.resolve("dev/block").resolve(number);
        if (Files.exists(link)) {
            device(link.toRealPath(), limits);
        } else {
            limits.add(Limit.DEVICE_UNKNOWN);
        }
    }

    /** Maker and model of the first real device beneath, as far as it says. */
    String model(String number) throws IOException {
        var link = sys.resolve("dev/block").resolve(number);
        if (!Files.exists(link)) return "";
        var device = whole(link.toRealPath());
        // A bus number is no name.
        return Stream.of(text(device.resolve("device/vendor")), text(device.resolve("device/model")))
                .filter(part -> !part.isEmpty() && !part.startsWith("0x"))
                .collect(Collectors.joining(" "));
    }

    private static Path whole(Path device) {
        var parent = device.getParent();
        return parent != null && Files.exists(device.resolve("partition")) ? parent : device;
    }

    private void device(Path found, Set<Limit> limits) throws IOException {
        var device = whole(found);
        var name = String.valueOf(device.getFileName());
        if (name.startsWith("md") || isPlainMapping(device, name)) {
            parts(device, limits);
        } else if (name.startsWith("dm-")) {
            limits.add(Limit.LAYERED_DEVICE);
            parts(device, limits);
        } else if (name.startsWith("loop")) {
            limits.add(Limit.LAYERED_DEVICE);
        } else if (name.startsWith("zram") || name.startsWith("ram")) {
            limits.add(Limit.MEMORY);
        } else if (REMOTE.matcher(name).matches()) {
            limits.add(Limit.NETWORK);
        } else {
            drive(device, name, limits);
        }
    }

    /** Encryption and several paths to one drive write in place; other mappings may not. */
    private static boolean isPlainMapping(Path device, String name) throws IOException {
        if (!name.startsWith("dm-")) return false;
        var id = text(device.resolve("dm/uuid"));
        return id.startsWith("CRYPT-") || id.startsWith("mpath-") || id.startsWith("part");
    }

    private void parts(Path device, Set<Limit> limits) throws IOException {
        var slaves = device.resolve("slaves");
        if (!Files.isDirectory(slaves)) {
            limits.add(Limit.DEVICE_UNKNOWN);
            return;
        }
        try (var children = Files.list(slaves)) {
            var all = children.toList();
            if (all.isEmpty()) limits.add(Limit.DEVICE_UNKNOWN);
            for (var each : all) device(each.toRealPath(), limits);
        }
    }

    private static void drive(Path device, String name, Set<Limit> limits) throws IOException {
        var maker = (text(device.resolve("device/vendor")) + " " + text(device.resolve("device/model")))
                .toLowerCase(Locale.ROOT);
        if (PARAVIRTUAL.matcher(name).matches() || VIRTUAL.matcher(maker).find()) limits.add(Limit.VIRTUAL_DISK);
        var rotational = text(device.resolve("queue/rotational"));
        if (rotational.equals("0")) {
            limits.add(Limit.SOLID_STATE);
        } else if (!rotational.equals("1")) {
            limits.add(Limit.DEVICE_UNKNOWN);
        }
        if (text(device.resolve("removable")).equals("1") || device.toString().contains("/usb"))
            limits.add(Limit.REMOVABLE);
        var zoned = text(device.resolve("queue/zoned"));
        if (!zoned.isEmpty() && !zoned.equals("none")) limits.add(Limit.ZONED);
    }

    private static String text(Path file) throws IOException {
        return Files.isReadable(file) ? Files.readString(file).strip() : "";
    }
}
