package dev.portolan.bench;

import dev.portolan.cloud.CloudSchema;
import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresOptions;
import dev.portolan.postgres.TestServer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Exports many reports by the legacy API of a Cloud in a process of its own, and watches the memory of that process. */
@Command(name = "legacy", description = "Memory and speed of large exports by the Cloud's legacy API.")
final class LegacyBench implements Callable<Integer> {
    private static final Map<String, String> EXPORTS = new LinkedHashMap<>();

    static {
        EXPORTS.put("xml", "");
        EXPORTS.put(
                "csv",
                "<reportColumns><columnPath>report.id</columnPath><columnPath>report.uuid</columnPath>"
                        + "<columnPath>blancco_data.blancco_hardware_report.system.serial</columnPath>"
                        + "<columnPath>blancco_data.blancco_erasure_report.erasures.erasure.state</columnPath>"
                        + "</reportColumns>");
    }

    @Option(names = "--reports", defaultValue = "100000", description = "how many (${DEFAULT-VALUE})")
    private int reports;

    @Override
    public Integer call() throws IOException {
        try (var server = TestServer.start(PostgresOptions.temporary())) {
            var database = server.migrated(App.CLOUD, CloudSchema::migrate);
            var jdbc = new JdbcTemplate(database.ownerDataSource());
            var firm = Firm.make(jdbc, "company", null);
            long first = new CloudLoad(jdbc).fill(firm, reports);
            jdbc.execute("analyze report");
            try (var cloud = CloudProcess.start(database)) {
                cloud.export("csv", "<search path='report.id' value='" + first + "' operator='eq'/>", firm);
                var result = new LinkedHashMap<String, Object>();
                result.put("bench", "legacy");
                result.put("reports", reports);
                result.put("idle_mb", cloud.residentMegabytes());
                for (var export : EXPORTS.entrySet())
                    result.put(export.getKey(), cloud.export(export.getKey(), export.getValue(), firm));
                result.put(
                        "not_found_in_documents",
                        cloud.export(
                                "xml",
                                "<search path='user_data.fields.Lot Number' value='nothing' operator='eq'/>",
                                firm));
                System.out.println(JsonMapper.builder().build().writeValueAsString(result));
            }
        }
        return 0;
    }
}
