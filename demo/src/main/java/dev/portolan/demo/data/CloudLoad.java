package dev.portolan.demo.data;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.OrdinaryRole;
import dev.portolan.platform.Tenancy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Fills the Cloud's database, in transactions bound to one company each. */
final class CloudLoad {
    private static final int BATCH = 250;

    private final Tenancy tenancy;
    private final PeopleStore people;
    private final LicenceStore licences;
    private final TraceStore traces;
    private final ReportStore reports;
    private final Evidence evidence;
    private final EntitlementMails mails;
    private final Calendar calendar;

    /** A report to write under its number. */
    private record Numbered(PlannedErasure erasure, long reportId) {}

    /** @param source of the app's ordinary role */
    CloudLoad(DataSource source, Evidence evidence, CloudNames names, Calendar calendar) {
        OrdinaryRole.require(source);
        var jdbc = new NamedParameterJdbcTemplate(source);
        this.tenancy = new Tenancy(new DataSourceTransactionManager(source), source);
        this.people = new PeopleStore(jdbc);
        this.licences = new LicenceStore(jdbc);
        this.traces = new TraceStore(jdbc);
        this.reports = new ReportStore(jdbc);
        this.evidence = evidence;
        this.mails = new EntitlementMails(source, names, calendar);
        this.calendar = calendar;
    }

    void load() throws InterruptedException {
        var plans = new LinkedHashMap<Firm, List<PlannedErasure>>();
        for (var firm : Cast.firms()) plans.put(firm, ErasurePlan.of(firm, calendar));
        var grants = Grants.of(used(plans), calendar);
        var work = new ArrayList<Runnable>();
        plans.forEach((firm, erasures) -> work.add(() -> insert(firm, erasures, grants)));
        for (var batch : batches(numbered(plans))) work.add(() -> insert(batch));
        inParallel(work);
    }

    private void insert(Firm firm, List<PlannedErasure> erasures, List<Grant> grants) {
        var rows = new FirmRows(firm, calendar);
        var left = new Traces(firm, calendar);
        tenancy.run(new CompanyId(firm.id()), () -> {
            people.insertCompany(rows.company());
            people.insertGroups(rows.groups());
            people.insertRoles(rows.roles());
            people.insertUsers(rows.users());
            people.insertWorkflows(rows.workflows());
            people.insertManaged(rows.managed());
            if (firm.is(Trait.ENTITLED)) entitle(firm, rows);
            licences.insert(LicenceBook.of(firm, grants, erasures, calendar));
            traces.insert(left.clients(erasures), left.calls(), left.acts(grants));
        });
    }

    private void entitle(Firm firm, FirmRows rows) {
        people.insertEntitlements(List.of(rows.entitlement()));
        mails.send(firm);
    }

    private void insert(List<Numbered> batch) {
        var rows = batch.stream()
                .map(one -> evidence.write(one.erasure(), one.reportId()))
                .toList();
        tenancy.run(new CompanyId(rows.getFirst().companyId()), () -> reports.insert(rows));
    }

    /** Numbered as the environment would have numbered them: all companies' reports in the order of arrival. */
    private List<Numbered> numbered(Map<Firm, List<PlannedErasure>> plans) {
        var all = plans.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(PlannedErasure::receivedAt))
                .toList();
        var numbers = reports.numbers(all.size());
        var numbered = new ArrayList<Numbered>(all.size());
        for (int i = 0; i < all.size(); i++) numbered.add(new Numbered(all.get(i), numbers.get(i)));
        return numbered;
    }

    private static List<List<Numbered>> batches(List<Numbered> numbered) {
        var byFirm = new LinkedHashMap<String, List<Numbered>>();
        for (var one : numbered)
            byFirm.computeIfAbsent(one.erasure().firm().key(), key -> new ArrayList<>())
                    .add(one);
        var batches = new ArrayList<List<Numbered>>();
        for (var of : byFirm.values())
            for (int i = 0; i < of.size(); i += BATCH) batches.add(of.subList(i, Math.min(i + BATCH, of.size())));
        return batches;
    }

    private static Map<String, Map<String, BigDecimal>> used(Map<Firm, List<PlannedErasure>> plans) {
        var used = new TreeMap<String, Map<String, BigDecimal>>();
        plans.forEach((firm, erasures) -> {
            var products = new TreeMap<String, BigDecimal>();
            for (var erasure : erasures)
                products.merge(erasure.product(), Products.rate(erasure.product()), BigDecimal::add);
            used.put(firm.key(), products);
        });
        return used;
    }

    private static void inParallel(List<Runnable> work) throws InterruptedException {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var tasks =
                    work.stream().map(Executors::callable).map(CloudLoad::plain).toList();
            for (var done : executor.invokeAll(tasks)) done.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the demo data cannot be loaded", failed.getCause());
        }
    }

    private static Callable<Object> plain(Callable<Object> task) {
        return task;
    }
}
