package dev.portolan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each command works in small, and its last line is one line of JSON. */
class BenchTest {

    @Test
    void a_transfer_is_measured_beside_the_others() {
        var result = run("transfer", "--reports", "200", "--rounds", "0");
        for (var variant : new String[] {"engine", "engine_proved", "copy_text", "copy_same", "spring_batch"})
            assertThat(result.path(variant).asInt()).as(variant).isPositive();
        assertThat(result.path("wal_bytes").path("copy_text").asLong()).isPositive();
    }

    private static JsonNode run(String... arguments) {
        var out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Bench.run(arguments)).isZero();
        } finally {
            System.setOut(out);
        }
        var lines = printed.toString(StandardCharsets.UTF_8).strip().split("\n");
        return JsonMapper.builder().build().readTree(lines[lines.length - 1]);
    }
}
