package dev.portolan.bench;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictTrainer;
import dev.portolan.report.ReportBody;
import dev.portolan.report.ReportDictionaries;
import dev.portolan.report.ReportDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Trains a dictionary on mixed reports and measures it on others. */
@Command(name = "dictionary", description = "Trains a compression dictionary, to be kept for ever.")
final class DictionaryBench implements Callable<Integer> {
    private static final Instant WHEN = Instant.parse("2026-05-01T12:00:00Z");
    private static final int MEASURED = 1_000;
    private static final long TRAINING = 20_260_501;
    private static final long MEASURING = 7;

    @Option(names = "--size", defaultValue = "65536", description = "bytes of the dictionary (${DEFAULT-VALUE})")
    private int size;

    @Option(names = "--reports", defaultValue = "3000", description = "to train on (${DEFAULT-VALUE})")
    private int reports;

    @Parameters(description = "the file to write")
    private Path file = Path.of("dictionary.zstd");

    private final Samples samples = new Samples();

    @Override
    public Integer call() throws IOException {
        var texts = draw(TRAINING, reports);
        var trainer = new ZstdDictTrainer(
                IntStream.range(0, reports).map(i -> texts[i].length).sum(), size);
        for (var text : texts) trainer.addSample(text);
        var dictionary = trainer.trainSamples();
        Files.write(file, dictionary);
        var result = new LinkedHashMap<String, Object>();
        result.put("bench", "dictionary");
        result.put("dictionary_bytes", dictionary.length);
        result.putAll(measure(new ReportDictionary(dictionary)));
        System.out.println(JsonMapper.builder().build().writeValueAsString(result));
        return 0;
    }

    private LinkedHashMap<String, Object> measure(ReportDictionary dictionary) {
        ReportDictionaries these = id -> dictionary;
        long original = 0;
        long plain = 0;
        long trained = 0;
        for (var text : draw(MEASURING, MEASURED)) {
            original += text.length;
            plain += ReportBody.compress(text).compressedSize();
            trained += ReportBody.compress(text, 1, these).compressedSize();
        }
        var means = new LinkedHashMap<String, Object>();
        means.put("original", original / MEASURED);
        means.put("zstd", plain / MEASURED);
        means.put("zstd_with_dictionary", trained / MEASURED);
        means.put("version", Zstd.class.getPackage().getImplementationVersion());
        return means;
    }

    private byte[][] draw(long seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> samples.draw(new Random(seed + 7_919L * i), WHEN.minusSeconds(3_600L * i)))
                .toArray(byte[][]::new);
    }
}
