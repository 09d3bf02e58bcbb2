package dev.portolan.upgrade.stagetwo;

import dev.portolan.migration.Fault;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Works on the batches of a run, some side by side, so that one is read while another is on its way and a third is
 * checked. The first fault stops all, once what is at work is done. What the logs say of the run, and so what its messages
 * are named by, goes along, and so does the span they hang below.
 */
@Component
class SideBySide {
    private final int workers;

    SideBySide(@Value("${portolan.upgrade.batches-at-once:3}") int workers) {
        this.workers = workers;
    }

    void each(List<Integer> batches, IntConsumer work) {
        if (batches.size() < 2 || workers < 2) {
            batches.forEach(work::accept);
            return;
        }
        var left = new ConcurrentLinkedQueue<>(batches);
        var context = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of());
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            var tasks = new ArrayList<Future<?>>();
            for (int i = 0; i < Math.min(workers, batches.size()); i++)
                tasks.add(threads.submit(Context.current().wrap(() -> {
                    MDC.setContextMap(context);
                    work(left, work);
                })));
            for (var task : tasks) join(task);
        }
    }

    private static void work(ConcurrentLinkedQueue<Integer> left, IntConsumer work) {
        try {
            for (var next = left.poll(); next != null; next = left.poll()) work.accept(next);
        } finally {
            left.clear();
        }
    }

    private static void join(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Fault fault) throw fault;
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
