package dev.portolan.report.template;

import dev.portolan.report.ErasureState;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.template.Device.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Writes reports to order, as an erasure client sends them: with its own log entry and no other. Holds no state, so it
 * is safe between threads if each brings its own generator; the same order and seed give the same bytes.
 */
public final class ReportTemplates {
    /** Names a key that nobody has. */
    public static final String DUMMY_KEY = "300";

    private static final DateTimeFormatter PLAIN = format("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter ZONED = format("uuuu-MM-dd'T'HH:mm:ssxx");

    private final Optional<ReportSigner> signer;

    private ReportTemplates(Optional<ReportSigner> signer) {
        this.signer = signer;
    }

    /** Each report signed by this key, in the name of the product that erases the device. */
    public static ReportTemplates signedBy(ReportSigner client) {
        return new ReportTemplates(Optional.of(client));
    }

    /** Random bytes for signatures, for data in bulk: fast, and shown as "not verifiable". */
    public static ReportTemplates withDummySignatures() {
        return new ReportTemplates(Optional.empty());
    }

    /** The report's bytes. */
    public byte[] write(ReportOrder order, RandomGenerator random) {
        Draw draw = new Draw(random);
        UUID drawn = draw.uuid();
        UUID id = order.documentId() == null ? drawn : order.documentId();
        Device device = order.device().draw(draw);
        ReportXml xml = new ReportXml();
        xml.element("blancco_data", () -> {
            description(xml, order, id);
            xml.element("blancco_erasure_report", () -> erasures(xml, order, device, draw));
            xml.element("blancco_hardware_report", () -> device.hardware().accept(xml));
            xml.element("blancco_software_report", () -> device.software().accept(xml));
        });
        xml.element(
                "user_data",
                () -> xml.group("fields", () -> order.customFields().forEach(xml::text)));
        ReportSigner client = signer.map(key -> key.as(order.device().product()))
                .orElseGet(() -> ReportSigner.dummy(DUMMY_KEY, order.device().product(), random));
        return client.sign(xml.finish(), order.erasedAt().plusSeconds(8));
    }

    private static void description(ReportXml xml, ReportOrder order, UUID id) {
        xml.element("description", () -> {
            xml.element("document_id", id.toString());
            xml.element("document_log", () -> {});
            xml.entryGroup("description_entries", () -> {
                xml.text("verified", "true");
                if (order.simulated()) {
                    xml.text("simulated", "true");
                }
                xml.group("company_information", () -> {
                    xml.text("business_name", "");
                    xml.text("business_location", "");
                    xml.text("erasure_provider", order.provider());
                    xml.text("erasure_person", order.person());
                });
            });
        });
    }

    private static void erasures(ReportXml xml, ReportOrder order, Device device, Draw draw) {
        String standard = order.standard() == null ? draw.of(order.device().standards()) : order.standard();
        int troubled = draw.between(0, device.targets().size() - 1);
        String failure = draw.of(order.device().failures());
        String exception = draw.of(order.device().exceptions());
        xml.group("erasures", () -> {
            for (int i = 0; i < device.targets().size(); i++) {
                ErasureState state = i == troubled ? order.outcome() : ErasureState.ERASED;
                Instant end =
                        order.erasedAt().truncatedTo(ChronoUnit.SECONDS).minusSeconds(i == 0 ? 0 : draw.between(1, 90));
                erasure(
                        xml,
                        device.targets().get(i),
                        standard,
                        state,
                        end,
                        state == ErasureState.NOT_ERASED ? failure : exception);
            }
        });
    }

    private static void erasure(
            ReportXml xml, Target target, String standard, ErasureState state, Instant end, String trouble) {
        Duration elapsed = Duration.ofMinutes(target.minutes()).plusSeconds(target.capacity() % 59);
        Instant start = end.minus(elapsed);
        xml.group("erasure", () -> {
            xml.text("timestamp", ZONED.format(start));
            xml.text("start_time", PLAIN.format(start));
            xml.text("end_time", PLAIN.format(end));
            xml.text(
                    "elapsed_time",
                    "%02d:%02d:%02d".formatted(elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart()));
            xml.text("erasure_standard_name", standard);
            xml.text("state", state == ErasureState.NOT_ERASED ? "Failed" : "Successful");
            target(xml, target);
            switch (state) {
                case ERASED -> {}
                case NOT_ERASED -> xml.group("erasure_details", () -> message(xml, "failure", trouble));
                case ERASED_WITH_EXCEPTIONS -> message(xml, "exception", trouble);
            }
        });
    }

    private static void target(ReportXml xml, Target target) {
        xml.group("target", () -> {
            xml.text("type", target.type());
            xml.number("capacity", target.capacity());
            xml.text("serial", target.serial());
            xml.text("vendor", target.vendor());
            if (!target.model().isEmpty()) {
                xml.text("model", target.model());
            }
        });
    }

    private static void message(ReportXml xml, String kind, String message) {
        xml.group(kind, () -> xml.text("message", message));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
