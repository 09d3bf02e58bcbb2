package dev.portolan.client.file;

import dev.portolan.client.disk.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Overwrites examined files, and removes them once it is noted down that they are overwritten. */
public final class FileEraser {
    /** These say already that the file may lie elsewhere afterwards. */
    private static final Set<Limit> MOVES = EnumSet.of(
            Limit.COPY_ON_WRITE, Limit.SHARED_BLOCKS, Limit.COMPRESSED, Limit.SPARSE, Limit.INLINE, Limit.PLACE_UNSEEN);

    private final SecureRandom random = new SecureRandom();
    private final Disk disk;
    private final Watcher watcher;

    public FileEraser(Disk disk, Watcher watcher) {
        this.disk = disk;
        this.watcher = watcher;
    }

    /**
     * Overwrites and reads back, and looks whether the blocks are still those that the file had.
     *
     * @throws Mismatch if something else was read than written
     * @throws Moved if the file lies elsewhere now; only where no limit said so before
     * @throws IOException if the system did not let it be written or read
     */
    public ReadBack overwrite(Finding finding, Standard standard) throws IOException {
        try (var file = OpenFile.open(finding)) {
            var before = file.extents();
            var manner = new Overwriting(random, watcher).overwrite(file, standard);
            var after = file.extents();
            if (moved(finding, before, after)) throw new Moved();
            return manner;
        }
    }

    private static boolean moved(Finding finding, @Nullable Extents before, @Nullable Extents after) {
        if (before == null || after == null) return false;
        return finding.limits().stream().noneMatch(MOVES::contains) && !before.samePlaces(after, finding.size());
    }

    /**
     * Removes the file under a name that tells nothing: cut to nothing, renamed, deleted. Again is the same as once, at
     * whatever point it ended before.
     *
     * @param alias a name not used in the directory, the same each time
     */
    public void remove(Path file, Inode inode, String alias) throws IOException {
        var renamed = file.resolveSibling(alias);
        if (is(file, inode)) {
            disk.truncate(file);
            disk.move(file, renamed);
            disk.syncNames(file);
        }
        if (is(renamed, inode)) disk.delete(renamed);
        disk.syncNames(file);
    }

    private static boolean is(Path file, Inode inode) throws IOException {
        try {
            return Examiner.inode(file).equals(inode);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
