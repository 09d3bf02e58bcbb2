package dev.portolan.client.file;

import java.nio.file.Path;
import java.util.Set;

/**
 * What is known of a file before it is touched.
 *
 * @param file absolute, without links in its directories
 * @param size in bytes
 * @param fileSystem its type; empty where it is not seen
 * @param model maker and model of the drive, as far as they are seen
 */
public record Finding(
        Path file,
        Inode inode,
        long size,
        String fileSystem,
        String model,
        Set<Limit> limits,
        Set<Obstacle> obstacles) {

    public Finding {
        limits = Set.copyOf(limits);
        obstacles = Set.copyOf(obstacles);
    }

    static Finding blocked(Path file, Obstacle obstacle) {
        return new Finding(file, new Inode(0, 0, 0), 0, "", "", Set.of(), Set.of(obstacle));
    }

    public boolean erasable(boolean limitsAccepted) {
        return obstacles.isEmpty() && (limitsAccepted || limits.isEmpty());
    }
}
