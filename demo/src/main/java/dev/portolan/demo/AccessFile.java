package dev.portolan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Tells programs what the screen tells people: {@code access.json}, there while the demo runs. */
record AccessFile(Path file) implements AutoCloseable {

    void write(String cloud, String portal, String inbox, List<DemoUser> users) throws IOException {
        var json = JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Access(cloud, portal, inbox, users));
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(aside, json);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private record Access(String cloud, String portal, String inbox, List<DemoUser> users) {}
}
