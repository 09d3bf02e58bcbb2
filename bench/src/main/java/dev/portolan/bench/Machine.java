package dev.portolan.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where and when something was measured. */
final class Machine {
    private Machine() {}

    /** The load is that of the last minute, of everything on the machine. */
    static Map<String, Object> describe(JdbcTemplate superuser) {
        var words = new LinkedHashMap<String, Object>();
        words.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        words.put("cores", Runtime.getRuntime().availableProcessors());
        words.put("processor", processor());
        words.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        words.put("java", Runtime.version().toString());
        var postgres = superuser.queryForObject("show server_version", String.class);
        words.put("postgres", postgres == null ? "" : postgres);
        return words;
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
