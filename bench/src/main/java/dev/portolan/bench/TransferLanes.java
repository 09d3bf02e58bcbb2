package dev.portolan.bench;

import dev.portolan.portal.PortalSchema;
import dev.portolan.postgres.App;
import java.sql.Timestamp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ways in which the same reports are moved. Every target is emptied before. */
final class TransferLanes {
    private static final String DISK = """
            select pg_total_relation_size('report') + pg_total_relation_size('report_serial')
            """;

    private final Apps apps;
    private final int reports;
    private final Meter meter;
    private final JdbcTemplate inCloud;
    private final JdbcTemplate inPortal;
    private final JdbcTemplate ownSource;
    private final JdbcTemplate ownTarget;
    private final TextLayout textSource;
    private final TextLayout textTarget;
    private final Orders orders;
    private final Firm partner;
    private final Deque<Firm> firms = new ArrayDeque<>();
    private final AtomicLong originalBytes = new AtomicLong();
    private final CloudLoad load;
    private final long first;
    private final Firm original;

    TransferLanes(Apps apps, int reports) {
        this.apps = apps;
        this.reports = reports;
        meter = new Meter(apps.superuser());
        inCloud = apps.inCloud();
        inPortal = apps.inPortal();
        ownSource = database(true);
        ownTarget = database(true);
        textSource = new TextLayout(database(false));
        textTarget = new TextLayout(database(false));
        load = new CloudLoad(inCloud);
        partner = Firm.make(inCloud, "partner", null);
        original = Firm.make(inCloud, "original", partner);
        first = load.numbers(reports);
        new Evidence(original.id(), reports, first).chunks(chunk -> {
            load.insert(chunk);
            textSource.insert(chunk);
            chunk.forEach(report -> originalBytes.addAndGet(report.size()));
        });
        apps.start();
        orders = new Orders(apps.cloud(), inCloud);
        orders.stageOne(partner, partner);
    }

    /** How many bytes of the Portal's reports stand outside of their rows. */
    long toastBytes() {
        var bytes = inPortal.queryForObject(
                "select pg_relation_size(reltoastrelid) from pg_class where oid = 'report'::regclass", Long.class);
        return bytes == null ? 0 : bytes;
    }

    long originalBytes() {
        return originalBytes.get();
    }

    private JdbcTemplate database(boolean ours) {
        var server = apps.server();
        var made = ours ? server.migrated(App.PORTAL, PortalSchema::migrate) : server.empty(App.PORTAL);
        return apps.superuserOf(made.name());
    }

    /** Runs all lanes once. */
    void run(Figures figures, String only) {
        var firm = nextFirm();
        analyze();
        if (wanted(only, TransferBench.COPY_TEXT)) copyText(figures);
        engine(firm, figures);
        if (wanted(only, TransferBench.COPY_SAME)) copySame(figures);
        if (wanted(only, TransferBench.SPRING_BATCH)) springBatch(figures);
    }

    private static boolean wanted(String only, String lane) {
        return only.isEmpty() || only.equals(lane);
    }

    /** A company that has not moved yet, with the same reports under numbers of their own. */
    private Firm nextFirm() {
        var firm = Firm.make(inCloud, "customer" + firms.size(), partner);
        load.copy(original, firm, reports, first);
        orders.stageOne(partner, firm);
        firms.push(firm);
        return firm;
    }

    private void analyze() {
        inCloud.execute("vacuum analyze report");
        inCloud.execute("vacuum analyze report_serial");
        textSource.jdbc().execute("vacuum analyze report");
        textSource.jdbc().execute("vacuum analyze report_serial");
    }

    private void copyText(Figures figures) {
        textTarget.clear();
        var pipe = new Pipe(textSource.jdbc(), textTarget.jdbc(), "text");
        var cost = meter.measure(() -> pipe.copy("report", "report_serial"));
        figures.rate(TransferBench.COPY_TEXT, reports / cost.seconds());
        figures.cost(TransferBench.COPY_TEXT, cost, disk(textTarget.jdbc()));
    }

    private void springBatch(Figures figures) {
        textTarget.clear();
        var job = new SpringBatch(textSource.jdbc(), textTarget.jdbc());
        var cost = meter.measure(job::run);
        figures.rate(TransferBench.SPRING_BATCH, reports / cost.seconds());
        figures.cost(TransferBench.SPRING_BATCH, cost, disk(textTarget.jdbc()));
    }

    /** The whole transfer of a company runs; the times of its steps stand in its checkpoints. */
    private void engine(Firm firm, Figures figures) {
        inPortal.execute("truncate report, report_serial, transfer_batch, transfer_proof");
        var cost = meter.measure(() -> orders.stageTwo(partner, firm));
        double copied = seconds(firm, "people", "history");
        double proved = seconds(firm, "people", "history-proof");
        figures.rate(TransferBench.ENGINE, reports / copied);
        figures.rate(TransferBench.PROVED, reports / proved);
        figures.rate("engine_whole", reports / cost.seconds());
        figures.cost("engine_whole", cost, disk(inPortal));
        requireMoved();
        fillOwnSource();
    }

    private double seconds(Firm firm, String after, String until) {
        return (at(firm, until).getTime() - at(firm, after).getTime()) / 1000.0;
    }

    private Timestamp at(Firm firm, String step) {
        return Objects.requireNonNull(inCloud.queryForObject(
                "select c.at from migration_checkpoint c join migration_run r using (company_id, run_id) where r.plan = 'stage-two' and r.subject_id = ? and c.step = ?",
                Timestamp.class,
                firm.id(),
                step));
    }

    private void requireMoved() {
        var moved = inPortal.queryForObject("select count(*) from report", Long.class);
        if (moved == null || moved != reports) throw new IllegalStateException(moved + " of " + reports + " moved");
    }

    private void fillOwnSource() {
        var there = ownSource.queryForObject("select count(*) from report", Long.class);
        if (there != null && there == reports) return;
        new Pipe(inPortal, ownSource, "binary").copy("report", "report_serial");
        ownSource.execute("vacuum analyze report");
        ownSource.execute("vacuum analyze report_serial");
    }

    private void copySame(Figures figures) {
        ownTarget.execute("truncate report, report_serial");
        var pipe = new Pipe(ownSource, ownTarget, "binary");
        var cost = meter.measure(() -> pipe.copy("report", "report_serial"));
        figures.rate(TransferBench.COPY_SAME, reports / cost.seconds());
        figures.cost(TransferBench.COPY_SAME, cost, disk(ownTarget));
    }

    private static long disk(JdbcTemplate jdbc) {
        var bytes = jdbc.queryForObject(DISK, Long.class);
        return bytes == null ? 0 : bytes;
    }
}
