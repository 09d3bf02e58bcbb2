package dev.portolan.bench;

import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.template.ReportTemplates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes reports, received one after the other over the last 300 days. */
final class Evidence {
    private static final LogAuthor CLOUD = new LogAuthor("Blancco Cloud", "51", "Blancco Cloud", "1.0", "1.0");
    private static final Duration SPAN = Duration.ofDays(300);
    private static final int CHUNK = 1_000;

    private final Samples samples = new Samples();
    private final JsonMapper json = JsonMapper.builder().build();
    private final int count;
    private final long firstNumber;
    private final Instant since = Instant.now().minus(SPAN).truncatedTo(ChronoUnit.SECONDS);

    Evidence(int count, long firstNumber) {
        this.count = count;
        this.firstNumber = firstNumber;
    }

    /** Hands over all reports in chunks, in order. */
    void chunks(Consumer<List<Report>> reader) {
        for (int from = 0; from < count; from += CHUNK) {
            int first = from;
            reader.accept(IntStream.range(from, Math.min(count, from + CHUNK))
                    .parallel()
                    .mapToObj(number -> make(first, number))
                    .toList());
        }
    }

    private Report make(int chunk, int number) {
        var random = new Random(31L * chunk + 7_919L * number);
        var receivedAt = since.plusMillis(SPAN.toMillis() / count * number);
        var bytes = samples.draw(random, receivedAt.minusSeconds(60));
        var entry = ReportSigner.dummy(ReportTemplates.DUMMY_KEY, CLOUD, random)
                .receive(bytes, receivedAt)
                .bytes();
        var index = ReportIndex.of(ReportDocument.parse(bytes));
        return new Report(
                firstNumber + number,
                index.documentId(),
                receivedAt,
                index.kind().name(),
                index.product(),
                index.productVersion(),
                index.state().name(),
                first(index.standards()),
                index.serial(),
                index.imei(),
                index.assetTag(),
                index.manufacturer(),
                index.model(),
                index.erasedAt(),
                index.erasurePerson(),
                json.writeValueAsString(index.customFields()),
                first(index.failureMessages()),
                Sha256.of(bytes).bytes(),
                bytes,
                entry,
                serials(index));
    }

    private static List<String> serials(ReportIndex index) {
        return Stream.concat(index.serials().stream(), Stream.of(index.imei(), index.assetTag()))
                .filter(Objects::nonNull)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String first(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse(null);
    }
}
