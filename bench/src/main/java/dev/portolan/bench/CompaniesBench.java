package dev.portolan.bench;

import dev.portolan.upgrade.status.MigrationState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Invites and transfers many small customers of one partner. */
@Command(name = "companies", description = "Customers a minute, from the invitation to the completed transfer.")
final class CompaniesBench implements Callable<Integer> {
    private static final int REPORTS = 20;
    private static final int COUNTED = 50;
    private static final int COMPUTED = 10_000;
    private static final double MILLIS_PER_MINUTE = 60_000;
    /** How the server logs a statement of either protocol. */
    private static final Pattern STATEMENT = Pattern.compile("LOG:  (execute |statement:)");

    @Option(names = "--companies", defaultValue = "1000", description = "how many (${DEFAULT-VALUE})")
    private int companies;

    @Option(names = "--warm-up", defaultValue = "100", description = "before (${DEFAULT-VALUE})")
    private int warmUp;

    @Override
    public Integer call() throws IOException {
        try (var apps = new Apps()) {
            var cloud = apps.inCloud();
            var load = new CloudLoad(cloud);
            var partner = Firm.make(cloud, "partner", null);
            var original = Firm.make(cloud, "original", partner);
            long first = load.fill(original, REPORTS);
            apps.start();
            var orders = new Orders(apps.cloud(), cloud);
            orders.stageOne(partner, partner);
            var make = new Made(cloud, load, partner, original, first);
            move(orders, partner, make.firms("warm", warmUp));
            var firms = make.firms("customer", companies);
            move(orders, partner, firms);
            var times = new Times(hundreds(cloud, "stage-one", firms), hundreds(cloud, "stage-two", firms));
            long statements = counted(apps, () -> move(orders, partner, make.firms("counted", COUNTED)));
            System.out.println(
                    JsonMapper.builder().build().writeValueAsString(result(apps, times, statements / COUNTED)));
        }
        return 0;
    }

    private record Made(JdbcTemplate cloud, CloudLoad load, Firm partner, Firm original, long first) {
        List<Firm> firms(String name, int count) {
            var firms = new ArrayList<Firm>();
            for (int i = 0; i < count; i++) {
                var firm = Firm.make(cloud, name + i, partner);
                load.copy(original, firm, REPORTS, first);
                firms.add(firm);
            }
            cloud.execute("vacuum analyze");
            return firms;
        }
    }

    private static void move(Orders orders, Firm partner, List<Firm> firms) {
        System.out.printf("Inviting and transferring %,d customers.%n", firms.size());
        orders.orderStageOne(partner, firms);
        firms.forEach(firm -> orders.await(firm, MigrationState.STAGE_ONE_COMPLETED));
        orders.orderStageTwo(partner, firms);
        firms.forEach(firm -> orders.await(firm, MigrationState.MIGRATION_COMPLETED));
    }

    /** How long each tenth of the companies took, in milliseconds. */
    private static List<Long> hundreds(JdbcTemplate cloud, String plan, List<Firm> firms) {
        var ids = firms.stream().map(firm -> firm.id().toString()).toArray(String[]::new);
        var ended = cloud.queryForList(
                "select changed_at from migration_run where plan = ? and subject_id = any (cast(? as uuid[])) order by changed_at",
                Timestamp.class,
                plan,
                ids);
        var ordered = cloud.queryForObject(
                "select min(ordered_at) from migration_run where plan = ? and subject_id = any (cast(? as uuid[]))",
                Timestamp.class,
                plan,
                ids);
        var tenths = new ArrayList<Long>();
        long before = ordered == null ? 0 : ordered.getTime();
        int tenth = Math.max(1, firms.size() / 10);
        for (int i = tenth; i <= firms.size(); i += tenth) {
            long now = ended.get(i - 1).getTime();
            tenths.add(now - before);
            before = now;
        }
        return tenths;
    }

    private record Times(List<Long> stageOne, List<Long> stageTwo) {
        double total() {
            return stageOne.stream().mapToLong(Long::longValue).sum()
                    + (double) stageTwo.stream().mapToLong(Long::longValue).sum();
        }

        /** Of rates, so the first time by the last one. */
        double lastToFirst() {
            return (double) (stageOne.getFirst() + stageTwo.getFirst()) / (stageOne.getLast() + stageTwo.getLast());
        }
    }

    /** The server logs all statements of both apps meanwhile, also those of their timers. */
    private static long counted(Apps apps, Runnable work) throws IOException {
        var superuser = apps.superuser();
        superuser.execute("alter system set log_statement = 'all'");
        superuser.execute("select pg_reload_conf()");
        long from = Files.size(apps.serverLog());
        work.run();
        superuser.execute("alter system reset log_statement");
        superuser.execute("select pg_reload_conf()");
        try (var log = Files.newInputStream(apps.serverLog())) {
            log.skipNBytes(from);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> STATEMENT.matcher(line).find())
                    .count();
        }
    }

    private LinkedHashMap<String, Object> result(Apps apps, Times times, long statements) {
        double perMinute = companies / (times.total() / MILLIS_PER_MINUTE);
        var result = new LinkedHashMap<String, Object>();
        result.put("bench", "companies");
        result.put("companies", companies);
        result.put("reports_each", REPORTS);
        result.put("companies_per_minute", Figures.rounded(perMinute, 1));
        result.put("last_tenth_to_first", Figures.rounded(times.lastToFirst(), 2));
        result.put("stage_one_milliseconds", times.stageOne());
        result.put("stage_two_milliseconds", times.stageTwo());
        result.put("statements_per_company", statements);
        result.put("minutes_for_10000_computed", Figures.rounded(COMPUTED / perMinute, 1));
        result.put("machine", Machine.describe(apps.superuser()));
        return result;
    }
}
