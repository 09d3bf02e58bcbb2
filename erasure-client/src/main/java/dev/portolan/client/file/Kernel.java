package dev.portolan.client.file;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What only Linux itself can say of an open file; everywhere else it says nothing. */
final class Kernel implements AutoCloseable {
    // linux/fs.h, linux/fiemap.h, xfs_fs.h
    private static final long GET_FLAGS = 0x80086601L;
    private static final long GET_VERSION = 0x80087601L;
    private static final long FIEMAP = 0xC020660BL;
    private static final long XFS_GEOMETRY = 0x8100587EL;
    private static final int XFS_GEOMETRY_BYTES = 256;
    private static final int XFS_GEOMETRY_FLAGS = 92;
    private static final int XFS_REFLINK = 1 << 20;
    private static final int READ_ONLY_NO_FOLLOW_CLOEXEC = 0x20000 | 0x80000;
    private static final int READ_ONLY_NO_FOLLOW_CLOEXEC_ARM = 0x8000 | 0x80000;
    private static final int DONT_NEED = 4;
    private static final int EXTENTS_AT_ONCE = 256;
    private static final int HEAD_BYTES = 32;
    private static final int EXTENT_BYTES = 56;
    private static final int LAST_EXTENT = 1;

    private static final class Calls {
        static final Linker LINKER = Linker.nativeLinker();
        static final MethodHandle OPEN = call(
                "open",
                FunctionDescriptor.of(JAVA_INT, ValueLayout.ADDRESS, JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        static final MethodHandle IOCTL = call(
                "ioctl",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        static final MethodHandle ADVISE =
                call("posix_fadvise", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

        private static MethodHandle call(String name, FunctionDescriptor form, Linker.Option... options) {
            return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), form, options);
        }
    }

    private final int descriptor;

    private Kernel(int descriptor) {
        this.descriptor = descriptor;
    }

    static boolean isLinux() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    /** Null where the system is not Linux. */
    static @Nullable Kernel open(Path file) throws IOException {
        if (!isLinux()) return null;
        var arm = System.getProperty("os.arch", "").equals("aarch64");
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom(file.toAbsolutePath().toString());
            var opened = (int)
                    Calls.OPEN.invokeExact(name, arm ? READ_ONLY_NO_FOLLOW_CLOEXEC_ARM : READ_ONLY_NO_FOLLOW_CLOEXEC);
            if (opened < 0) throw new IOException(file + " cannot be opened");
            return new Kernel(opened);
        } catch (Throwable fault) {
            throw faulty(fault);
        }
    }

    /** The inode's flags as lsattr shows them; empty where the file system has none. */
    OptionalInt flags() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var flags = arena.allocate(JAVA_LONG);
            return ask(GET_FLAGS, flags) ? OptionalInt.of((int) flags.get(JAVA_LONG, 0)) : OptionalInt.empty();
        }
    }

    /** What tells an inode from the next one of its number; 0 where the file system has no such thing. */
    int generation() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var generation = arena.allocate(JAVA_LONG);
            return ask(GET_VERSION, generation) ? generation.get(JAVA_INT, 0) : 0;
        }
    }

    /** Whether an XFS can share blocks between files; what does not answer may. */
    boolean xfsMayShareBlocks() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var geometry = arena.allocate(XFS_GEOMETRY_BYTES, Long.BYTES);
            return !ask(XFS_GEOMETRY, geometry) || (geometry.get(JAVA_INT, XFS_GEOMETRY_FLAGS) & XFS_REFLINK) != 0;
        }
    }

    /** Null where the file system does not say. */
    @Nullable
    Extents extents() throws IOException {
        var runs = new ArrayList<Extents.Run>();
        var from = OptionalLong.of(0);
        try (var arena = Arena.ofConfined()) {
            var map = arena.allocate(HEAD_BYTES + (long) EXTENTS_AT_ONCE * EXTENT_BYTES, Long.BYTES);
            while (from.isPresent()) {
                map.fill((byte) 0);
                map.set(JAVA_LONG, 0, from.getAsLong());
                map.set(JAVA_LONG, 8, Long.MAX_VALUE - from.getAsLong());
                map.set(JAVA_INT, 16, 1);
                map.set(JAVA_INT, 24, EXTENTS_AT_ONCE);
                if (!ask(FIEMAP, map)) return null;
                from = read(map, runs);
            }
        }
        return new Extents(runs);
    }

    /** Where to go on; empty after the last one. */
    private static OptionalLong read(MemorySegment map, ArrayList<Extents.Run> runs) {
        var count = map.get(JAVA_INT, 20);
        for (int i = 0; i < count; i++) {
            var at = HEAD_BYTES + (long) i * EXTENT_BYTES;
            var run = new Extents.Run(
                    map.get(JAVA_LONG, at),
                    map.get(JAVA_LONG, at + 8),
                    map.get(JAVA_LONG, at + 16),
                    map.get(JAVA_INT, at + 40));
            runs.add(run);
            if ((run.flags() & LAST_EXTENT) != 0) return OptionalLong.empty();
        }
        if (count == 0) return OptionalLong.empty();
        return OptionalLong.of(runs.getLast().at() + runs.getLast().length());
    }

    /** Drops what the page cache holds of the file; true when the kernel took the advice. */
    boolean dropCache() throws IOException {
        try {
            return (int) Calls.ADVISE.invokeExact(descriptor, 0L, 0L, DONT_NEED) == 0;
        } catch (Throwable fault) {
            throw faulty(fault);
        }
    }

    private boolean ask(long request, MemorySegment argument) throws IOException {
        try {
            return (int) Calls.IOCTL.invokeExact(descriptor, request, argument) == 0;
        } catch (Throwable fault) {
            throw faulty(fault);
        }
    }

    private static IOException faulty(Throwable fault) {
        if (fault instanceof Error error) throw error;
        return fault instanceof IOException known ? known : new IOException(fault);
    }

    @Override
    public void close() {
        try {
            var ignored = (int) Calls.CLOSE.invokeExact(descriptor);
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }
}
