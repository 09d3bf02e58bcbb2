package dev.portolan.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the settings file that the Cloud's or the Portal's client page offers. */
final class SettingsFile {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private SettingsFile() {}

    static Settings read(Path file) throws UsageFault {
        var json = content(file);
        var endpoint = endpoint(file, json);
        var user = required(file, json, "user");
        return switch (Json.text(json, "environment")) {
            case "cloud" -> new Settings.Cloud(endpoint, user);
            case "portal" -> new Settings.Portal(endpoint, user, required(file, json, "enrolmentCode"));
            default -> throw new UsageFault("settings.invalid", file, "environment");
        };
    }

    /** As {@link #read} reads them. */
    static byte[] bytes(Settings settings) {
        return Json.bytes(
                switch (settings) {
                    case Settings.Cloud cloud ->
                        Map.of(
                                "environment",
                                "cloud",
                                "endpoint",
                                cloud.endpoint().toString(),
                                "user",
                                cloud.user());
                    case Settings.Portal portal ->
                        Map.of(
                                "environment",
                                "portal",
                                "endpoint",
                                portal.endpoint().toString(),
                                "user",
                                portal.user(),
                                "enrolmentCode",
                                portal.enrolmentCode());
                });
    }

    private static JsonNode content(Path file) throws UsageFault {
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageFault("settings.unreadable", file);
        }
    }

    private static URI endpoint(Path file, JsonNode json) throws UsageFault {
        try {
            var endpoint = URI.create(required(file, json, "endpoint").replaceAll("/+$", ""));
            if (endpoint.getHost() != null && SCHEMES.contains(endpoint.getScheme())) return endpoint;
        } catch (IllegalArgumentException notAnAddress) {
            throw new UsageFault("settings.invalid", file, "endpoint");
        }
        throw new UsageFault("settings.invalid", file, "endpoint");
    }

    private static String required(Path file, JsonNode json, String name) throws UsageFault {
        var value = Json.text(json, name);
        if (value.isEmpty()) throw new UsageFault("settings.invalid", file, name);
        return value;
    }
}
