package dev.portolan.client.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files on the real file system, above machines that the test makes up. */
class ExaminerTest {

    @TempDir
    Path directory;

    private FakeSystem system;
    private Path file;

    @BeforeEach
    void aFileOnAPlainHardDisk() throws IOException {
        system = FakeSystem.withHardDisk(directory.resolve("system"));
        file = Files.write(directory.resolve("file.bin"), new byte[50_000]);
    }

    private Finding examine(Path which) {
        return new Examiner(new Ground(system.root)).examine(which);
    }

    @Test
    void aPlainFileOnAHardDiskCanBeErased() {
        var finding = examine(file);
        assertThat(finding.limits()).isEmpty();
        assertThat(finding.obstacles()).isEmpty();
        assertThat(finding.erasable(false)).isTrue();
        assertThat(finding.size()).isEqualTo(50_000);
        assertThat(finding.fileSystem()).isEqualTo("ext4");
        assertThat(finding.model()).isEqualTo("ATA ST1000DM010");
    }

    @Test
    void drivesThatWriteElsewhereThanTheyReadAreLimits() {
        system.set("sda", "queue/rotational", "0");
        assertThat(examine(file).limits()).containsExactly(Limit.SOLID_STATE);
        assertThat(examine(file).erasable(false)).isFalse();
        assertThat(examine(file).erasable(true)).isTrue();
        system.set("sda", "queue/rotational", "1").set("sda", "queue/zoned", "host-managed");
        assertThat(examine(file).limits()).containsExactly(Limit.ZONED);
    }

    @Test
    void aStickIsFlashEvenIfItSaysThatItTurns() {
        system.set("sda", "removable", "1");
        assertThat(examine(file).limits()).containsExactly(Limit.REMOVABLE);
    }

    @Test
    void virtualDisksHideWhatLiesBeneathEvenIfTheySayThatTheyTurn() {
        system.set("sda", "device/vendor", "QEMU").set("sda", "device/model", "QEMU HARDDISK");
        assertThat(examine(file).limits()).containsExactly(Limit.VIRTUAL_DISK);
        system.drive("vda", "1", "0x1af4", "").partition("vda", "vda1", "254:1").mounted("254:1", "ext4", "rw", "rw");
        assertThat(examine(file).limits()).containsExactly(Limit.VIRTUAL_DISK);
        assertThat(examine(file).model()).isEmpty();
    }

    @Test
    void encryptionIsLookedThroughAndLogicalVolumesAreLimits() {
        system.mapping("dm-0", "CRYPT-LUKS2-0815", "sda/sda1", "253:0").mounted("253:0", "ext4", "rw", "rw");
        assertThat(examine(file).limits()).isEmpty();
        system.mapping("dm-0", "LVM-abc", "sda/sda1", "253:0").set("sda", "queue/rotational", "0");
        assertThat(examine(file).limits()).containsExactlyInAnyOrder(Limit.LAYERED_DEVICE, Limit.SOLID_STATE);
    }

    @Test
    void fileSystemsThatCopyOnWriteAreLimits() {
        for (var type : new String[] {"btrfs", "zfs", "overlay", "f2fs", "bcachefs"}) {
            system.mounted("0:44", type, "rw", "rw");
            assertThat(examine(file).limits()).as(type).containsExactly(Limit.COPY_ON_WRITE);
        }
        system.mounted("8:1", "xfs", "rw", "rw");
        assertThat(examine(file).limits()).as("an XFS that does not answer").containsExactly(Limit.COPY_ON_WRITE);
    }

    @Test
    void memoryNetworkAndUnknownFileSystemsAreLimits() {
        system.mounted("0:30", "tmpfs", "rw", "rw");
        assertThat(examine(file).limits()).containsExactly(Limit.MEMORY);
        system.mounted("0:31", "nfs4", "rw", "rw");
        assertThat(examine(file).limits()).containsExactly(Limit.NETWORK);
        system.mounted("8:1", "whateverfs", "rw", "rw");
        assertThat(examine(file).limits()).containsExactly(Limit.FILE_SYSTEM_UNKNOWN);
        system.mounted("9:9", "ext4", "rw", "rw");
        assertThat(examine(file).limits()).containsExactly(Limit.DEVICE_UNKNOWN);
    }

    @Test
    void journalsThatHoldContentAndMissingBarriersAreLimits() {
        system.mounted("8:1", "ext4", "rw", "rw,data=journal");
        assertThat(examine(file).limits()).containsExactly(Limit.DATA_JOURNAL);
        system.mounted("8:1", "ext4", "rw,nobarrier", "rw");
        assertThat(examine(file).limits()).containsExactly(Limit.NO_BARRIERS);
    }

    @Test
    void aSystemThatTellsNothingIsALimit() throws IOException {
        Files.delete(system.root.resolve("proc/self/mountinfo"));
        assertThat(examine(file).limits()).containsExactlyInAnyOrder(Limit.FILE_SYSTEM_UNKNOWN, Limit.DEVICE_UNKNOWN);
    }

    @Test
    void hardLinksAndHolesAreLimits() throws IOException {
        Files.createLink(directory.resolve("other name"), file);
        assertThat(examine(file).limits()).containsExactly(Limit.HARD_LINKS);
        var sparse = directory.resolve("sparse");
        try (var holes = new RandomAccessFile(sparse.toFile(), "rw")) {
            holes.setLength(10_000_000);
            holes.seek(5_000_000);
            holes.write(new byte[5_000_000]);
        }
        assertThat(examine(sparse).limits()).containsExactly(Limit.SPARSE);
    }

    @Test
    void aFileThatIsPartlyReservedOnlyHasNoHoles() throws Exception {
        var reserved = directory.resolve("reserved");
        var done = new ProcessBuilder("fallocate", "-l", "1000000", reserved.toString()).start();
        assumeTrue(done.waitFor() == 0);
        assertThat(examine(reserved).limits()).isEmpty();
    }

    @Test
    void whatIsNoFileIsRefusedWhateverIsAccepted() throws Exception {
        assertObstacle(directory.resolve("none"), Obstacle.MISSING);
        assertObstacle(directory.resolve("none/none"), Obstacle.MISSING);
        assertObstacle(directory, Obstacle.DIRECTORY);
        assertObstacle(Path.of("/"), Obstacle.DIRECTORY);
        assertObstacle(Files.createSymbolicLink(directory.resolve("link"), file), Obstacle.SYMBOLIC_LINK);
        assertObstacle(Files.createFile(directory.resolve("empty")), Obstacle.EMPTY);
        assertObstacle(Path.of("/dev/null"), Obstacle.SPECIAL);
        var pipe = directory.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertObstacle(pipe, Obstacle.SPECIAL);
    }

    @Test
    void aFileThatIsLockedOrMayNotBeWrittenIsRefused() throws Exception {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertObstacle(file, Obstacle.IN_USE);
        }
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeTrue(!Files.isWritable(file), "root may write everything");
        assertObstacle(file, Obstacle.NOT_PERMITTED);
    }

    @Test
    void aFileMarkedUnchangeableIsRefused() throws Exception {
        assumeTrue(new ProcessBuilder("chattr", "+i", file.toString()).start().waitFor() == 0);
        try {
            assertObstacle(file, Obstacle.UNCHANGEABLE);
        } finally {
            new ProcessBuilder("chattr", "-i", file.toString()).start().waitFor();
        }
    }

    private void assertObstacle(Path which, Obstacle obstacle) {
        assertThat(examine(which).obstacles()).as("%s", which).contains(obstacle);
        assertThat(examine(which).erasable(true)).isFalse();
    }

    @Test
    void aLinkAmongTheDirectoriesIsResolvedAndTheLongestMountCounts() throws IOException {
        var linked = Files.createSymbolicLink(directory.resolve("linked"), directory);
        assertThat(examine(linked.resolve("file.bin")).file())
                .isEqualTo(directory.toRealPath().resolve("file.bin"));
        var mounts = Mounts.parse("""
                1 1 8:1 / / rw - ext4 /dev/sda1 rw
                2 1 0:40 / /data\\040here rw,noatime - btrfs /dev/sdb rw,ssd
                3 1 8:3 / /data\\040here/disk rw - xfs /dev/sdc rw
                4 1 8:4 / / rw - ext3 /dev/sdd rw
                """);
        assertThat(mounts.of(Path.of("/data here/x")).type()).isEqualTo("btrfs");
        assertThat(mounts.of(Path.of("/data here/disk/x")).type()).isEqualTo("xfs");
        assertThat(mounts.of(Path.of("/data")).type()).as("mounted over").isEqualTo("ext3");
    }
}
