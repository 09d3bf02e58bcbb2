package dev.portolan.e2e.transfer;

import dev.portolan.cloud.freeze.Freeze;
import dev.portolan.cloud.licence.Licences;
import dev.portolan.cloud.licence.ReserveCommand;
import dev.portolan.cloud.report.Reports;
import dev.portolan.ledger.Quantity;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import dev.portolan.web.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plays turns on the services of both apps, and knows from the freeze row and the outcome row which of them must be taken: all
 * where the company works, none where it does not, but for a report that nothing covers, which the Portal always takes.
 */
final class Player {
    private static final ReportTemplates TEMPLATES = ReportTemplates.withDummySignatures();
    private static final Random RANDOM = new Random(1);
    private static final int PATIENCE_SECONDS = 60;

    private final Pair pair;
    private final Company company;
    private final Book book;
    private final List<String> faults = new ArrayList<>();
    private byte @Nullable [] last;
    private @Nullable UUID lastDocument;
    private @Nullable Held held;

    Player(Pair pair, Company company, Book book) {
        this.pair = pair;
        this.company = company;
        this.book = book;
    }

    /** A transaction that is kept open, and its reservation once it has committed. */
    private record Held(CountDownLatch letGo, CompletableFuture<UUID> reservation, int quantity) {}

    /** What was not as it must be, so far. */
    List<String> faults() {
        return faults;
    }

    /** On a thread of its own, since the engine's may be in a transaction. */
    void play(Turn turn) {
        try {
            CompletableFuture.runAsync(() -> act(turn), Thread::startVirtualThread)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception | AssertionError wrong) {
            faults.add(turn + ", freeze " + freeze() + ": " + wrong);
        }
    }

    boolean works(boolean inPortal) {
        return inPortal
                ? pair.inPortal.count(
                                "select count(*) from transfer_outcome where tenant_id = ? and outcome = 'ACTIVATED'",
                                company.id)
                        > 0
                : "ACTIVE".equals(freeze());
    }

    private @Nullable String freeze() {
        return pair.inCloud.text("select state from company_freeze where company_id = ?", company.id);
    }

    private void act(Turn turn) {
        boolean there = turn.inPortal();
        boolean works = works(there);
        switch (turn.act()) {
            case RESERVE -> {
                var reservation = taken(works && book.has(turn.quantity()), () -> reserve(there, turn.quantity()));
                if (reservation != null) book.reserve(reservation, turn.quantity());
            }
            case RELEASE -> {
                if (book.nothingOpen()) return;
                var reservation = book.oldest();
                if (taken(works, () -> release(there, reservation)) != null) book.release(reservation);
            }
            case CONSUME -> {
                if (book.nothingOpen()) return;
                var reservation = book.oldest();
                if (report(there, works || there, reservation) && works) book.consume(reservation);
            }
            case REPORT -> report(there, works || there, null);
            case RESEND -> resend(there, works);
            case GRANT -> {
                if (taken(works, () -> grant(there, turn.quantity())) != null) book.grant(turn.quantity());
            }
            case HOLD -> {
                if (works(false) && book.has(turn.quantity())) hold(turn.quantity());
            }
        }
        if (held == null) for (var side : new boolean[] {false, true}) if (works(side)) book.requireBalance(side);
    }

    /** Null where it was refused. */
    private <T> @Nullable T taken(boolean must, Supplier<T> work) {
        try {
            var done = work.get();
            if (!must) throw new AssertionError("was taken");
            return done;
        } catch (Refusal refusal) {
            if (must) throw new AssertionError("was refused: " + refusal.code());
            return null;
        }
    }

    private boolean report(boolean there, boolean must, @Nullable UUID reservation) {
        var document = Ids.next();
        var order = ReportOrder.of(DeviceKind.LAPTOP, ErasureState.ERASED, Instant.now())
                .withId(document);
        var bytes = TEMPLATES.write(order, RANDOM);
        if (taken(must, () -> receive(there, bytes, reservation)) == null) return false;
        last = bytes;
        lastDocument = document;
        book.report(document, there);
        return true;
    }

    /** The Portal may be just receiving it from the Cloud, and then says so. */
    private void resend(boolean there, boolean works) {
        var bytes = last;
        if (bytes == null || lastDocument == null) return;
        try {
            receive(there, bytes, null);
            if (!there && !works) throw new AssertionError("was taken");
        } catch (Refusal refusal) {
            if (works || there && !refusal.code().equals("transfer_running"))
                throw new AssertionError("was refused: " + refusal.code());
            return;
        }
        // Where it has moved already it stands there by its transfer.
        book.report(lastDocument, there);
    }

    private void hold(int quantity) {
        var reserved = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        var reservation = CompletableFuture.supplyAsync(
                () -> tenancy(false).within(id(), () -> {
                    try {
                        return reserve(false, quantity);
                    } finally {
                        reserved.countDown();
                        join(letGo);
                    }
                }),
                Thread::startVirtualThread);
        join(reserved);
        held = new Held(letGo, reservation, quantity);
    }

    /** Whether a transaction was open until now. */
    boolean letGo() {
        var one = held;
        if (one == null) return false;
        held = null;
        one.letGo().countDown();
        try {
            book.reserve(one.reservation().get(PATIENCE_SECONDS, TimeUnit.SECONDS), one.quantity());
        } catch (Exception wrong) {
            faults.add("a transaction under way was not waited for: " + wrong);
        }
        return true;
    }

    private UUID reserve(boolean there, int quantity) {
        var uses = Quantity.of(quantity);
        return there
                ? apps(true)
                        .getBean(dev.portolan.portal.licence.Licences.class)
                        .reserve(
                                id(),
                                new dev.portolan.portal.licence.ReserveCommand(
                                        Company.PRODUCT, uses, Ids.next(), Ids.next(), company.manager))
                        .id()
                : apps(false)
                        .getBean(Licences.class)
                        .reserve(
                                id(),
                                new ReserveCommand(Company.PRODUCT, uses, Ids.next(), Ids.next(), company.manager))
                        .id();
    }

    private Object release(boolean there, UUID reservation) {
        if (there)
            apps(true).getBean(dev.portolan.portal.licence.Licences.class).release(id(), reservation, null);
        else apps(false).getBean(Licences.class).release(id(), reservation, null);
        return reservation;
    }

    private Object receive(boolean there, byte[] bytes, @Nullable UUID reservation) {
        return there
                ? apps(true)
                        .getBean(dev.portolan.portal.report.Reports.class)
                        .receive(id(), company.manager, bytes, reservation)
                : apps(false).getBean(Reports.class).receive(id(), company.manager, bytes, reservation);
    }

    /** As whoever grants would: in one transaction behind the freeze, an entry and the balance. */
    private Object grant(boolean there, int quantity) {
        var jdbc = apps(there).getBean(JdbcClient.class);
        var key = there ? "tenant_id" : "company_id";
        return tenancy(there).within(id(), () -> {
            if (!there) apps(false).getBean(Freeze.class).share(id());
            int seen = jdbc.sql("update licence_balance set remaining = remaining + ? where pool_id = ?")
                    .params(quantity, company.pool)
                    .update();
            if (seen == 0) throw Refusal.notFound();
            return jdbc.sql(
                            "insert into ledger_entry (%s, entry_id, pool_id, kind, quantity, at) values (?, ?, ?, 'GRANT_IN', ?, now())"
                                    .formatted(key))
                    .params(company.id, Ids.next(), company.pool, quantity)
                    .update();
        });
    }

    private ApplicationContext apps(boolean portal) {
        return portal ? pair.apps.portal() : pair.cloud;
    }

    private Tenancy tenancy(boolean there) {
        return apps(there).getBean(Tenancy.class);
    }

    private CompanyId id() {
        return company.companyId();
    }

    private static void join(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new IllegalStateException("never");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
