package dev.portolan.client.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a file without changing it, and says what stands in the way of erasing it. */
public final class Examiner {
    // linux/fs.h
    private static final int COMPRESSED = 0x4;
    private static final int IMMUTABLE = 0x10;
    private static final int APPEND_ONLY = 0x20;
    private static final int DATA_JOURNAL = 0x4000;
    private static final int INLINE_DATA = 0x10000000;

    private final Ground ground;

    public Examiner(Ground ground) {
        this.ground = ground;
    }

    public Finding examine(Path named) {
        try {
            var parent = named.toAbsolutePath().normalize().getParent();
            if (parent == null) return Finding.blocked(named, Obstacle.DIRECTORY);
            return look(parent.toRealPath().resolve(named.getFileName()));
        } catch (NoSuchFileException missing) {
            return Finding.blocked(named, Obstacle.MISSING);
        } catch (IOException denied) {
            return Finding.blocked(named, Obstacle.NOT_PERMITTED);
        }
    }

    private Finding look(Path file) throws IOException {
        var kind = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (kind.isSymbolicLink()) return Finding.blocked(file, Obstacle.SYMBOLIC_LINK);
        if (kind.isDirectory()) return Finding.blocked(file, Obstacle.DIRECTORY);
        if (!kind.isRegularFile()) return Finding.blocked(file, Obstacle.SPECIAL);
        if (kind.size() == 0) return Finding.blocked(file, Obstacle.EMPTY);
        var place = ground.of(file);
        var limits = EnumSet.noneOf(Limit.class);
        limits.addAll(place.limits());
        var obstacles = EnumSet.noneOf(Obstacle.class);
        askKernel(file, kind.size(), limits, obstacles);
        if (obstacles.isEmpty()) tryToOpen(file, obstacles);
        if (links(file) > 1) limits.add(Limit.HARD_LINKS);
        return new Finding(file, inode(file), kind.size(), place.type(), place.model(), limits, obstacles);
    }

    private static void askKernel(Path file, long size, Set<Limit> limits, Set<Obstacle> obstacles) throws IOException {
        try (var kernel = Kernel.open(file)) {
            if (kernel == null) {
                limits.add(Limit.PLACE_UNSEEN);
                return;
            }
            var flags = kernel.flags().orElse(0);
            if ((flags & (IMMUTABLE | APPEND_ONLY)) != 0) obstacles.add(Obstacle.UNCHANGEABLE);
            if ((flags & COMPRESSED) != 0) limits.add(Limit.COMPRESSED);
            if ((flags & DATA_JOURNAL) != 0) limits.add(Limit.DATA_JOURNAL);
            if ((flags & INLINE_DATA) != 0) limits.add(Limit.INLINE);
            judge(kernel.extents(), size, limits);
        } catch (IOException denied) {
            obstacles.add(Obstacle.NOT_PERMITTED);
        }
    }

    private static void judge(@Nullable Extents extents, long size, Set<Limit> limits) {
        if (extents == null || extents.unseen()) {
            limits.add(Limit.PLACE_UNSEEN);
            return;
        }
        if (extents.inline()) limits.add(Limit.INLINE);
        if (extents.encoded()) limits.add(Limit.COMPRESSED);
        if (extents.shared()) limits.add(Limit.SHARED_BLOCKS);
        if (!extents.cover(size)) limits.add(Limit.SPARSE);
    }

    private static void tryToOpen(Path file, Set<Obstacle> obstacles) {
        var options = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (var channel = FileChannel.open(file, options);
                var lock = channel.tryLock()) {
            if (lock == null) obstacles.add(Obstacle.IN_USE);
        } catch (OverlappingFileLockException ours) {
            obstacles.add(Obstacle.IN_USE);
        } catch (AccessDeniedException denied) {
            obstacles.add(Obstacle.NOT_PERMITTED);
        } catch (IOException busy) {
            // A running program or swap space: the system does not let it be written.
            obstacles.add(Obstacle.IN_USE);
        }
    }

    /** @throws NoSuchFileException where there is none of this name */
    static Inode inode(Path file) throws IOException {
        var unix = unix(file);
        if (unix.isEmpty()) {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Inode(0, attributes.creationTime().toMillis(), 0);
        }
        return new Inode(number(unix, "dev"), number(unix, "ino"), generation(file));
    }

    private static int generation(Path file) throws IOException {
        try (var kernel = Kernel.open(file)) {
            return kernel == null ? 0 : kernel.generation();
        }
    }

    private static long links(Path file) throws IOException {
        var unix = unix(file);
        return unix.isEmpty() ? 1 : number(unix, "nlink");
    }

    private static Map<String, Object> unix(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) return Map.of();
        return Files.readAttributes(file, "unix:dev,ino,nlink", LinkOption.NOFOLLOW_LINKS);
    }

    private static long number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
