package dev.portolan.report.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.report.Erasure;
import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.ReportKind;
import dev.portolan.report.Samples;
import dev.portolan.report.signature.Keys;
import dev.portolan.report.signature.SignatureCheck;
import dev.portolan.report.signature.SignatureState.NotVerifiable;
import dev.portolan.report.signature.SignatureState.Reason;
import dev.portolan.report.signature.SignatureState.Verified;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTemplatesTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private final ReportTemplates signed = ReportTemplates.signedBy(Keys.client());
    private final ReportTemplates bulk = ReportTemplates.withDummySignatures();
    private final SignatureCheck check = new SignatureCheck(Keys.BOTH);

    @ParameterizedTest
    @MethodSource("everyOutcomeOfEveryDevice")
    void writesEveryOutcomeOfEveryDevice(DeviceKind device, ErasureState outcome) {
        for (int seed = 0; seed < 5; seed++) {
            byte[] report = signed.write(
                    ReportOrder.of(device, outcome, AT).by("Prüfhaus GmbH", "Jürgen Groß"), new Random(seed));
            ReportIndex index = ReportIndex.of(ReportDocument.parse(report));
            assertThat(index.state()).isEqualTo(outcome);
            assertThat(index.kind()).isEqualTo(device.reportKind());
            assertThat(index.product()).isEqualTo(device.product().registeredName());
            assertThat(index.erasedAt()).isEqualTo(AT);
            assertThat(index.erasurePerson()).isEqualTo("Jürgen Groß");
            assertThat(index.serials()).isNotEmpty();
            assertThat(device.standards()).containsAll(index.standards());
            assertThat(index.failureMessages().isEmpty()).isEqualTo(outcome != ErasureState.NOT_ERASED);
            assertThat(check.check(report).overall()).isEqualTo(new Verified("client-1"));
        }
    }

    static Stream<Arguments> everyOutcomeOfEveryDevice() {
        return Stream.of(DeviceKind.values())
                .flatMap(device -> Stream.of(ErasureState.values()).map(outcome -> Arguments.of(device, outcome)));
    }

    @Test
    void writesTheSameBytesForTheSameSeed() {
        ReportOrder order = ReportOrder.draw(new Random(7), AT);
        assertThat(signed.write(order, new Random(8))).isEqualTo(signed.write(order, new Random(8)));
        assertThat(bulk.write(order, new Random(8))).isEqualTo(bulk.write(order, new Random(8)));
        assertThat(bulk.write(order, new Random(9))).isNotEqualTo(bulk.write(order, new Random(8)));
    }

    @Test
    void takesTheIdAndStandardAskedForAndMarksSimulatedOnes() {
        UUID id = UUID.fromString("56433954-7266-4642-8266-3710624d534e");
        ReportOrder order = ReportOrder.of(DeviceKind.LAPTOP, ErasureState.ERASED, AT)
                .withId(id)
                .withStandard("VSITR");
        ReportIndex real = index(order);
        assertThat(real.documentId()).isEqualTo(id);
        assertThat(real.standards()).containsExactly("VSITR");
        assertThat(real.simulated()).isFalse();
        assertThat(index(order.asSimulated()).simulated()).isTrue();
    }

    @Test
    void aDummySignatureIsNeverVerified() {
        byte[] report = bulk.write(ReportOrder.draw(new Random(1), AT), new Random(1));
        assertThat(check.check(report).overall())
                .isEqualTo(new NotVerifiable(ReportTemplates.DUMMY_KEY, Reason.UNKNOWN_KEY));
    }

    @Test
    void severalThousandCoverEveryKindAndHaveIdsOfTheirOwn() {
        Random random = new Random(42);
        Set<UUID> ids = new HashSet<>();
        Set<ErasureState> states = EnumSet.noneOf(ErasureState.class);
        Set<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
        for (int i = 0; i < 2000; i++) {
            ReportIndex index = ReportIndex.of(
                    ReportDocument.parse(bulk.write(ReportOrder.draw(random, AT.plusSeconds(i)), random)));
            ids.add(index.documentId());
            states.add(index.state());
            kinds.add(index.kind());
        }
        assertThat(ids).hasSize(2000);
        assertThat(states).hasSize(3);
        assertThat(kinds).hasSize(6);
    }

    @Test
    void hasTheStructureOfAGenuineReport() {
        ReportDocument made = ReportDocument.parse(
                bulk.write(ReportOrder.of(DeviceKind.IPHONE, ErasureState.ERASED, AT), new Random(3)));
        ReportDocument genuine = ReportDocument.parse(Samples.SUCCESSFUL);
        for (String path : List.of(
                "blancco_data.blancco_hardware_report.disks.disk.serial",
                "blancco_data.blancco_hardware_report.mobile_battery.battery_cycles",
                "blancco_data.blancco_hardware_report.cameras.camera.type",
                "blancco_data.blancco_software_report.operating_system.name",
                "blancco_data.description.description_entries.verified",
                "blancco_data.blancco_erasure_report.erasures.erasure.target.capacity")) {
            assertThat(made.values(path)).as(path).hasSameSizeAs(genuine.values(path));
        }
    }

    @Test
    void aServerHasManyDrivesEachWithAnErasure() {
        ReportDocument server = ReportDocument.parse(
                bulk.write(ReportOrder.of(DeviceKind.SERVER, ErasureState.NOT_ERASED, AT), new Random(3)));
        List<Erasure> erasures = Erasure.of(server);
        assertThat(erasures).hasSizeGreaterThan(5);
        assertThat(erasures).filteredOn(e -> !e.successful()).hasSize(1);
        assertThat(server.values("blancco_data.blancco_hardware_report.disks.disk.serial"))
                .hasSameSizeAs(erasures);
    }

    @Test
    void phonesHaveNumbersThatPassTheirCheckDigit() {
        for (int seed = 0; seed < 50; seed++) {
            String imei = new Draw(new Random(seed)).imei();
            int sum = 0;
            for (int i = 0; i < 15; i++) {
                int d = (imei.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
                sum += d / 10 + d % 10;
            }
            assertThat(sum % 10).isZero();
        }
    }

    @Property(tries = 200)
    void customFieldsComeThroughWhateverTheyHold(
            @ForAll @StringLength(min = 1, max = 30) @CharRange(from = '!', to = '\uD7FF') String label,
            @ForAll @StringLength(max = 60) @CharRange(from = '!', to = '\uD7FF') String value) {
        ReportOrder order =
                ReportOrder.of(DeviceKind.FILES, ErasureState.ERASED, AT).withFields(Map.of("a " + label, value));
        String printable = value.codePoints()
                .filter(c -> c >= 0x20)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(ReportIndex.of(ReportDocument.parse(bulk.write(order, new Random(1))))
                        .customFields())
                .containsEntry("a " + label, printable.strip());
    }

    private ReportIndex index(ReportOrder order) {
        return ReportIndex.of(ReportDocument.parse(bulk.write(order, new Random(5))));
    }
}
