package dev.portolan.cloud.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The line in front of the freeze row: who comes first is served first. */
class FreezeTurnTest extends CloudTest {
    private static final int WRITERS = 16;
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    @Autowired
    private Freeze freeze;

    private TestCompany company;

    @BeforeEach
    void aCompany() {
        company = companies.customer();
    }

    /** Each writer begins before another has ended, so that the row alone would never be free. */
    @Test
    void writersWhoOverlapWithoutEndDoNotKeepTheFreezeWaiting() throws Exception {
        var going = new AtomicBoolean(true);
        var written = new LongAdder();
        var all = new CountDownLatch(WRITERS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++)
                threads.submit(() -> {
                    for (boolean first = true; going.get(); first = false) {
                        write();
                        written.increment();
                        if (first) all.countDown();
                    }
                });
            all.await();
            long before = written.sum();
            assertThat(freezes(GENEROUS)).isTrue();
            assertThat(written.sum() - before)
                    .as("only who stood in line before the freeze writes before it")
                    .isLessThan(20L * WRITERS);
            going.set(false);
        }
    }

    /** What the transfer relies on: an open writer holds the freeze back until its commit. */
    @Test
    void theFreezeWaitsForAWriterThatIsNotDone() throws Exception {
        whileSomebodyWrites(() -> assertThatThrownBy(() -> tenancy.run(company.id(), () -> {
                    jdbc.sql("set local lock_timeout to '200ms'").update();
                    jdbc.sql("update company_freeze set changed_at = changed_at where company_id = :company")
                            .param("company", company.id().value())
                            .update();
                }))
                .isInstanceOf(DataAccessException.class));
        companies.freeze(company, "FROZEN");
    }

    @Test
    void aWriterWhoTakesTooLongMakesTheFreezeStepBackAndTheOthersGoOn() throws Exception {
        whileSomebodyWrites(() -> {
            assertThat(freezes(Duration.ofMillis(200))).isFalse();
            write();
        });
        assertThat(freezes(GENEROUS)).isTrue();
    }

    private void whileSomebodyWrites(Runnable work) throws Exception {
        var holding = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> tenancy.run(company.id(), () -> {
                freeze.share(company.id());
                holding.countDown();
                await(done);
            }));
            holding.await();
            try {
                work.run();
            } finally {
                done.countDown();
            }
            slow.get();
        }
    }

    private void write() {
        tenancy.run(company.id(), () -> {
            freeze.share(company.id());
            jdbc.sql("select pg_sleep(0.02)").query((row, number) -> 1).single();
            freeze.share(company.id()); // a second time never waits
        });
    }

    private boolean freezes(Duration longest) {
        return tenancy.within(
                company.id(), () -> FreezeTurn.alone(jdbc, company.id().value(), longest));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
