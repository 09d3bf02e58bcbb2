package dev.portolan.client.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** What lies beneath a file: its file system and the drives under that, as {@code /proc} and {@code /sys} say. */
public final class Ground {
    private static final Set<String> IN_PLACE = Set.of("ext2", "ext3", "ext4", "xfs", "vfat", "msdos", "exfat");
    private static final Set<String> COPYING =
            Set.of("btrfs", "zfs", "bcachefs", "f2fs", "nilfs2", "overlay", "aufs", "ubifs", "jffs2", "logfs");
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs", "devtmpfs", "hugetlbfs");
    private static final Set<String> REMOTE =
            Set.of("nfs", "nfs4", "cifs", "smb3", "9p", "virtiofs", "ceph", "afs", "glusterfs");
    private static final Set<String> NO_BARRIERS = Set.of("nobarrier", "barrier=0");

    private final Path proc;
    private final BlockDevices devices;

    /** @param root of the system to look at; a test has one of its own */
    public Ground(Path root) {
        this.proc = root.resolve("proc");
        this.devices = new BlockDevices(root.resolve("sys"));
    }

    /**
     * @param type of the file system; empty where it cannot be seen
     * @param model maker and model of the drive, as far as it says
     */
    public record Place(String type, String model, Set<Limit> limits) {}

    /** @param file absolute, without links in it */
    Place of(Path file) throws IOException {
        var mountinfo = proc.resolve("self/mountinfo");
        if (!Files.isReadable(mountinfo))
            return new Place("", "", Set.of(Limit.FILE_SYSTEM_UNKNOWN, Limit.DEVICE_UNKNOWN));
        var mount = Mounts.parse(Files.readString(mountinfo)).of(file);
        var limits = EnumSet.noneOf(Limit.class);
        fileSystem(mount, file, limits);
        var remembered = IN_MEMORY.contains(mount.type()) || REMOTE.contains(mount.type());
        if (!remembered && !mount.device().startsWith("0:")) devices.addLimits(mount.device(), limits);
        if (!remembered && mount.device().startsWith("0:") && limits.isEmpty()) limits.add(Limit.DEVICE_UNKNOWN);
        return new Place(mount.type(), remembered ? "" : devices.model(mount.device()), limits);
    }

    private static void fileSystem(Mounts.Mount mount, Path file, Set<Limit> limits) throws IOException {
        var type = mount.type();
        if (COPYING.contains(type) || (type.equals("xfs") && sharesBlocks(file))) {
            limits.add(Limit.COPY_ON_WRITE);
        } else if (IN_MEMORY.contains(type)) {
            limits.add(Limit.MEMORY);
        } else if (REMOTE.contains(type)) {
            limits.add(Limit.NETWORK);
        } else if (!IN_PLACE.contains(type)) {
            limits.add(Limit.FILE_SYSTEM_UNKNOWN);
        }
        if (mount.options().contains("data=journal")) limits.add(Limit.DATA_JOURNAL);
        if (mount.options().stream().anyMatch(NO_BARRIERS::contains)) limits.add(Limit.NO_BARRIERS);
    }

    private static boolean sharesBlocks(Path file) throws IOException {
        try (var kernel = Kernel.open(file)) {
            return kernel == null || kernel.xfsMayShareBlocks();
        }
    }
}
