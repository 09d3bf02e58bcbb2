package dev.portolan.client.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine as {@code /proc} and {@code /sys} would show it, in a directory. */
public final class FakeSystem {
    private static final String DEVICES = "sys/devices/pci0/host0/block";

    public final Path root;

    private FakeSystem(Path root) {
        this.root = root;
    }

    /** One plain hard disk with one ext4 on its first partition. */
    public static FakeSystem withHardDisk(Path root) {
        return new FakeSystem(root)
                .mounted("8:1", "ext4", "rw,relatime", "rw")
                .drive("sda", "1", "ATA", "ST1000DM010")
                .partition("sda", "sda1", "8:1");
    }

    public FakeSystem mounted(String number, String type, String options, String ofFileSystem) {
        return write("proc/self/mountinfo", """
                20 1 0:5 / /proc rw - proc proc rw
                27 1 %s / / %s shared:1 - %s /dev/root %s
                """.formatted(number, options, type, ofFileSystem));
    }

    public FakeSystem drive(String name, String rotational, String vendor, String model) {
        var drive = DEVICES + "/" + name + "/";
        return write(drive + "queue/rotational", rotational + "\n")
                .write(drive + "queue/zoned", "none\n")
                .write(drive + "removable", "0\n")
                .write(drive + "device/vendor", vendor + "\n")
                .write(drive + "device/model", model + "\n");
    }

    public FakeSystem set(String drive, String file, String content) {
        return write(DEVICES + "/" + drive + "/" + file, content + "\n");
    }

    public FakeSystem partition(String drive, String name, String number) {
        write(DEVICES + "/" + drive + "/" + name + "/partition", "1\n");
        return numbered(number, drive + "/" + name);
    }

    /** A mapping such as an encrypted or logical volume, on one other device. */
    public FakeSystem mapping(String name, String uuid, String beneath, String number) {
        write("sys/devices/virtual/block/" + name + "/dm/uuid", uuid + "\n");
        link(
                "sys/devices/virtual/block/" + name + "/slaves/x",
                root.resolve(DEVICES).resolve(beneath));
        return link("sys/dev/block/" + number, root.resolve("sys/devices/virtual/block/" + name));
    }

    private FakeSystem numbered(String number, String device) {
        return link("sys/dev/block/" + number, root.resolve(DEVICES).resolve(device));
    }

    private FakeSystem link(String name, Path target) {
        try {
            var link = root.resolve(name);
            Files.createDirectories(link.getParent());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeSystem write(String name, String content) {
        try {
            var file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
