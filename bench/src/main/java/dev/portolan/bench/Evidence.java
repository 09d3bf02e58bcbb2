package dev.portolan.bench;

import dev.portolan.demo.data.ReportRow;
import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.template.ReportTemplates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Makes a company's reports, received one after the other over the last 300 days. */
final class Evidence {
    private static final LogAuthor CLOUD = new LogAuthor("Blancco Cloud", "51", "Blancco Cloud", "1.0", "1.0");
    private static final Duration SPAN = Duration.ofDays(300);
    private static final int CHUNK = 1_000;

    private final Samples samples = new Samples();
    private final UUID company;
    private final int count;
    private final long firstNumber;
    private final Instant since = Instant.now().minus(SPAN).truncatedTo(ChronoUnit.SECONDS);

    Evidence(UUID company, int count, long firstNumber) {
        this.company = company;
        this.count = count;
        this.firstNumber = firstNumber;
    }

    /** Hands over all reports in chunks, in order. */
    void chunks(Consumer<List<ReportRow>> reader) {
        for (int from = 0; from < count; from += CHUNK) {
            int first = from;
            reader.accept(IntStream.range(from, Math.min(count, from + CHUNK))
                    .parallel()
                    .mapToObj(number -> make(first, number))
                    .toList());
        }
    }

    private ReportRow make(int chunk, int number) {
        var random = new Random(31L * chunk + 7_919L * number);
        var receivedAt = since.plusMillis(SPAN.toMillis() / count * number);
        var bytes = samples.draw(random, receivedAt.minusSeconds(60));
        var entry = ReportSigner.dummy(ReportTemplates.DUMMY_KEY, CLOUD, random)
                .receive(bytes, receivedAt)
                .bytes();
        return ReportRow.of(company, firstNumber + number, receivedAt, bytes, entry, false);
    }
}
