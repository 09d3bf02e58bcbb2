package dev.portolan.client.file;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The mounted file systems, as {@code /proc/self/mountinfo} lists them. */
record Mounts(List<Mount> all) {
    private static final int DEVICE = 2;
    private static final int POINT = 4;
    private static final int OPTIONS = 5;

    /**
     * @param device major and minor number, with a colon between
     * @param options of this mount and of the file system
     */
    record Mount(String device, Path point, String type, Set<String> options) {}

    static Mounts parse(String mountinfo) {
        return new Mounts(mountinfo
                .lines()
                .filter(line -> line.contains(" - "))
                .map(Mounts::mount)
                .toList());
    }

    private static Mount mount(String line) {
        var parts = line.split(" - ", 2);
        var left = parts[0].split(" ");
        var right = parts[1].split(" ");
        var options = left[OPTIONS] + "," + (right.length > 2 ? right[2] : "");
        return new Mount(left[DEVICE], Path.of(plain(left[POINT])), right[0], Set.of(distinct(options)));
    }

    private static String[] distinct(String options) {
        return List.of(options.split(",")).stream().distinct().toArray(String[]::new);
    }

    /** Spaces and the like are written as octal numbers there. */
    private static String plain(String text) {
        return text.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }

    /** The file system that holds the file; the last one mounted at a place hides those before. */
    Mount of(Path file) {
        return all.reversed().stream()
                .filter(mount -> file.startsWith(mount.point()))
                .max(Comparator.comparingInt(mount -> mount.point().getNameCount()))
                .orElseThrow(() -> new IllegalStateException("nothing is mounted"));
    }
}
