package dev.portolan.web;

import java.util.List;

/**
 * Paths below which a POST only reads, or which ask {@link dev.portolan.platform.restore.RestoreWatch} themselves.
 *
 * @param beginnings of paths
 */
public record ReadsByPost(List<String> beginnings) {
    public ReadsByPost {
        beginnings = List.copyOf(beginnings);
    }

    public static ReadsByPost below(String... beginnings) {
        return new ReadsByPost(List.of(beginnings));
    }

    boolean contains(String path) {
        return beginnings.stream().anyMatch(path::startsWith);
    }
}
