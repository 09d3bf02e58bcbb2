package dev.portolan.client.file;

import java.util.ArrayList;
import java.util.List;

/** Where on its device a file lies, in the order of its content. */
public record Extents(List<Run> runs) {
    // linux/fiemap.h
    private static final int UNSEEN = 0x2 | 0x4 | 0x100;
    private static final int ENCODED = 0x8;
    private static final int INLINE = 0x200 | 0x400;
    private static final int SHARED = 0x2000;

    public Extents {
        runs = List.copyOf(runs);
    }

    /**
     * @param at where in the file, in bytes
     * @param place where on the device, in bytes
     * @param flags as the file system gives them
     */
    public record Run(long at, long place, long length, int flags) {}

    boolean cover(long size) {
        long end = 0;
        for (var run : runs) {
            if (run.at() > end) return false;
            end = Math.max(end, run.at() + run.length());
        }
        return end >= size;
    }

    boolean unseen() {
        return any(UNSEEN);
    }

    boolean encoded() {
        return any(ENCODED);
    }

    boolean inline() {
        return any(INLINE);
    }

    boolean shared() {
        return any(SHARED);
    }

    private boolean any(int flags) {
        return runs.stream().anyMatch(run -> (run.flags() & flags) != 0);
    }

    /** Whether the first {@code size} bytes lie at the same places in both, however they are cut into runs. */
    boolean samePlaces(Extents other, long size) {
        return joined(size).equals(other.joined(size));
    }

    private List<Run> joined(long size) {
        var joined = new ArrayList<Run>();
        for (var run : runs) {
            if (run.at() >= size) break;
            var length = Math.min(run.length(), size - run.at());
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.at() + last.length() == run.at() && last.place() + last.length() == run.place()) {
                joined.set(joined.size() - 1, new Run(last.at(), last.place(), last.length() + length, 0));
            } else {
                joined.add(new Run(run.at(), run.place(), length, 0));
            }
        }
        return joined;
    }
}
