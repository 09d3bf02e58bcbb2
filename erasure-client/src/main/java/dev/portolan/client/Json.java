package dev.portolan.client;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON, read leniently: what is absent or of another type is an empty text. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static byte[] bytes(Map<String, ?> content) {
        return MAPPER.writeValueAsBytes(content);
    }

    /** A missing node when the bytes are no JSON. */
    static JsonNode read(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    static String text(JsonNode object, String name) {
        return object.path(name).asString("").strip();
    }
}
