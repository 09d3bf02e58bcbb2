package dev.portolan.client;

import dev.portolan.client.file.Finding;
import dev.portolan.client.file.Inode;
import dev.portolan.client.file.Limit;
import dev.portolan.client.file.Standard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a run is to erase, written down before the first file is touched.
 *
 * @param documentId of the report, so that it is the same whoever ends the run
 * @param keep leaves the overwritten files where they are
 */
record FileJob(UUID documentId, Standard standard, boolean keep, List<Finding> files) {

    FileJob {
        files = List.copyOf(files);
    }

    /** The name under which a file is removed. */
    String alias(int file) {
        return documentId.toString().substring(0, 8) + "%08x".formatted(file);
    }

    byte[] asJson() {
        return Json.bytes(Map.of(
                "document",
                documentId.toString(),
                "standard",
                standard.key(),
                "keep",
                keep,
                "files",
                files.stream().map(FileJob::json).toList()));
    }

    private static Map<String, ?> json(Finding file) {
        return Map.of(
                "file",
                file.file().toString(),
                "device",
                file.inode().device(),
                "inode",
                file.inode().number(),
                "generation",
                file.inode().generation(),
                "size",
                file.size(),
                "fileSystem",
                file.fileSystem(),
                "model",
                file.model(),
                "limits",
                file.limits().stream().map(Limit::name).sorted().toList());
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #asJson} wrote */
    static FileJob of(byte[] json) {
        var node = Json.read(json);
        return new FileJob(
                UUID.fromString(Json.text(node, "document")),
                Standard.of(Json.text(node, "standard")).orElseThrow(IllegalArgumentException::new),
                node.path("keep").asBoolean(false),
                StreamSupport.stream(node.path("files").spliterator(), false)
                        .map(FileJob::file)
                        .toList());
    }

    private static Finding file(JsonNode node) {
        return new Finding(
                Path.of(node.path("file").asString("")),
                new Inode(
                        node.path("device").asLong(),
                        node.path("inode").asLong(),
                        node.path("generation").asLong()),
                node.path("size").asLong(),
                Json.text(node, "fileSystem"),
                Json.text(node, "model"),
                limits(node.path("limits")),
                Set.of());
    }

    private static Set<Limit> limits(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(name -> Limit.valueOf(name.asString("")))
                .collect(Collectors.toSet());
    }
}
