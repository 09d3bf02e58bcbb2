package dev.portolan.client.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What changes on disk, step by step; a test ends the client between any two. */
public interface Disk {

    /** A new file of this content, readable by its owner only, which is on the medium when this returns. */
    void put(Path file, byte[] content) throws IOException;

    /** Renames; a file of the new name is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty directory; what is not there any more is no fault. */
    void delete(Path file) throws IOException;

    /** Cuts a file to nothing. */
    void truncate(Path file) throws IOException;

    /** Makes the names in a directory durable. */
    void sync(Path directory) throws IOException;

    /** With those above it, readable by their owner only. */
    void createDirectories(Path directory) throws IOException;

    /** Held until it is closed or the process ends; empty where another holds it. */
    Optional<AutoCloseable> lock(Path file) throws IOException;

    /** Replaces a file so that its old or its new content is there, also after a power cut. */
    default void write(Path file, byte[] content) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        delete(part);
        put(part, content);
        move(part, file);
        syncNames(file);
    }

    /** Makes the names beside this one durable. */
    default void syncNames(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory != null) sync(directory);
    }
}
