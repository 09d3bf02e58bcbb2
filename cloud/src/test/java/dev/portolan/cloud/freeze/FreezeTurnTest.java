package dev.portolan.cloud.freeze;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aWriterWhoTakesTooLongMakesTheFreezeStepBackAndTheOthersGoOn() throws Exception {
        var holding = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> tenancy.run(company.id(), () -> {
                freeze.share(company.id());
                holding.countDown();
                await(done);
            }));
            holding.await();
            assertThat(freezes(Duration.ofMillis(200))).isFalse();
            write();
            done.countDown();
            slow.get();
        }
        assertThat(freezes(GENEROUS)).isTrue();
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
