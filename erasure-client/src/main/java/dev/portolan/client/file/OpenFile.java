package dev.portolan.client.file;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The very file that was examined, open for overwriting. */
final class OpenFile implements Surface {
    private static final int LARGEST_UNIT = 1 << 20;

    private final Path file;
    private final Inode inode;
    private final FileChannel channel;
    private final int unit;
    private final long length;

    private OpenFile(Path file, Inode inode, FileChannel channel, int unit, long length) {
        this.file = file;
        this.inode = inode;
        this.channel = channel;
        this.unit = unit;
        this.length = length;
    }

    /** @throws IOException also where the name means another file by now */
    static OpenFile open(Finding finding) throws IOException {
        var file = finding.file();
        var unit = (int) Math.clamp(Files.getFileStore(file).getBlockSize(), 512, LARGEST_UNIT);
        var length = (finding.size() + unit - 1) / unit * unit;
        var channel = FileChannel.open(
                file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        try {
            var open = new OpenFile(file, finding.inode(), channel, unit, length);
            open.requireSame();
            if (channel.tryLock() == null) throw new IOException(file + " is in use");
            return open;
        } catch (IOException | RuntimeException fault) {
            channel.close();
            throw fault;
        }
    }

    private void requireSame() throws IOException {
        if (!Examiner.inode(file).equals(inode)) throw new IOException(file + " was replaced meanwhile");
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int unit() {
        return unit;
    }

    @Override
    public void write(ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) at += channel.write(buffer, at);
    }

    @Override
    public void force() throws IOException {
        channel.force(true);
    }

    /** Null where the system does not say. */
    @Nullable
    Extents extents() throws IOException {
        try (var kernel = Kernel.open(file)) {
            return kernel == null ? null : kernel.extents();
        }
    }

    @Override
    public Echo readBack() throws IOException {
        requireSame();
        var direct = direct();
        if (direct != null) return direct;
        var dropped = dropCache();
        return new Channel(open(StandardOpenOption.READ), dropped ? ReadBack.CACHE_DROPPED : ReadBack.CACHED);
    }

    /** Null where the file system has no direct input. */
    private @Nullable Echo direct() {
        try {
            var opened = open(StandardOpenOption.READ, ExtendedOpenOption.DIRECT);
            try {
                opened.read(
                        ByteBuffer.allocateDirect(2 * unit).alignedSlice(unit).limit(unit), 0);
                return new Channel(opened, ReadBack.DIRECT);
            } catch (IOException refused) {
                opened.close();
                return null;
            }
        } catch (IOException | UnsupportedOperationException refused) {
            return null;
        }
    }

    private FileChannel open(OpenOption... options) throws IOException {
        var all = new HashSet<OpenOption>(Set.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, all);
    }

    private boolean dropCache() throws IOException {
        try (var kernel = Kernel.open(file)) {
            return kernel != null && kernel.dropCache();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private record Channel(FileChannel from, ReadBack manner) implements Echo {
        @Override
        public void read(ByteBuffer buffer, long at) throws IOException {
            while (buffer.hasRemaining()) {
                var read = from.read(buffer, at);
                if (read <= 0) throw new EOFException("the file is shorter than what was written");
                at += read;
            }
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
