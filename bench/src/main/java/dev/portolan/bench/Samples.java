package dev.portolan.bench;

import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Reports of 29 templates: nine kinds of devices with three outcomes each, in the proportion of the field, and two
 * genuine mobile reports. Ids, serial numbers, times and signatures are drawn anew for each, so no two are alike and
 * signatures do not compress.
 */
final class Samples {
    private static final Pattern INTEGRITY = Pattern.compile("(<integrity>)[^<]*");
    private static final Pattern DOCUMENT = Pattern.compile("(<document_id>)[^<]*");
    private static final Pattern NUMBER = Pattern.compile("(name=\"(?:serial|imei)[^\"]*\" type=\"string\">)([^<]+)");
    private static final int SIGNATURE_BYTES = 256;

    private final ReportTemplates templates = ReportTemplates.withDummySignatures();
    private final List<String> genuine = List.of(read("mobile-successful.xml"), read("mobile-failed.xml"));

    /** The bytes of one report. */
    byte[] draw(RandomGenerator random, Instant erasedAt) {
        if (random.nextInt(10) > 0) return templates.write(ReportOrder.draw(random, erasedAt), random);
        return vary(genuine.get(random.nextInt(genuine.size())), random).getBytes(StandardCharsets.UTF_8);
    }

    private static String vary(String xml, RandomGenerator random) {
        var signed = INTEGRITY.matcher(xml).replaceAll(match -> match.group(1) + signature(random));
        var named = DOCUMENT.matcher(signed)
                .replaceAll(match -> match.group(1) + new UUID(random.nextLong(), random.nextLong()));
        return NUMBER.matcher(named)
                .replaceAll(
                        match -> match.group(1) + digits(random, match.group(2).length()));
    }

    private static String signature(RandomGenerator random) {
        var bytes = new byte[SIGNATURE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String digits(RandomGenerator random, int length) {
        var digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) digits.append((char) ('0' + random.nextInt(10)));
        return digits.toString();
    }

    private static String read(String name) {
        try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
