package dev.portolan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportDocumentTest {
    private static final String HARDWARE = "blancco_data.blancco_hardware_report.";
    private static final String ERASURE = "blancco_data.blancco_erasure_report.erasures.erasure.";

    private final ReportDocument successful = ReportDocument.parse(Samples.SUCCESSFUL);
    private final ReportDocument failed = ReportDocument.parse(Samples.FAILED);

    @Test
    void readsTheDocumentIdAndItsLog() {
        assertThat(successful.id()).isEqualTo(UUID.fromString(Samples.ID));
        assertThat(successful.log()).hasSize(2);
        LogEntry client = successful.log().getFirst();
        assertThat(client.product()).isEqualTo("Blancco 5 Mobile");
        assertThat(client.registeredName()).isEqualTo("Blancco Mobile Diagnostics and Erasure");
        assertThat(client.productId()).isEqualTo("30");
        assertThat(client.version()).isEqualTo("4.2.2");
        assertThat(client.date()).isEqualTo(Instant.parse("2020-03-05T16:22:13Z"));
        assertThat(client.keyId()).isEqualTo("300");
        assertThat(client.integrity()).startsWith("RbPoeDRpv/").endsWith("NA==");
        assertThat(successful.log().get(1).revision()).isEqualTo("7a3325aea61a+");
    }

    @Test
    void givesTheValuesUnderDottedPaths() {
        assertThat(successful.values(HARDWARE + "disks.disk.serial")).containsExactly("IMEI:553211584442381");
        assertThat(successful.values(HARDWARE + "cameras.camera.type")).containsExactly("Front Camera", "Back Camera");
        assertThat(failed.values(ERASURE + "state")).containsExactly("Failed");
        assertThat(failed.values(ERASURE + "erasure_details.failure.message"))
                .containsExactly("Cannot connect to device");
        assertThat(successful.values("user_data.fields.Lot Number")).containsExactly("65876");
        assertThat(successful.values("blancco_data.description.description_entries.company_information.erasure_person"))
                .containsExactly("Operator One");
        assertThat(successful.values("user_data.fields.Comments")).containsExactly("");
        assertThat(successful.values("user_data.fields.nothing")).isEmpty();
        assertThat(failed.values(HARDWARE + "system.initial_carrier")).containsExactly("AT&T");
    }

    @Test
    void findsFieldsWhoseLabelsHoldDotsAndSpaces() {
        ReportDocument document = ReportDocument.parse(
                Samples.minimal(
                        "<user_data><entries name='fields'><entry name='Rack no. 4.2' type='string'> B 7 </entry></entries></user_data>"));
        assertThat(document.values("user_data.fields.Rack no. 4.2")).containsExactly("B 7");
    }

    @Test
    void keepsEverySectionInDocumentOrder() {
        Section hardware = successful
                .root()
                .section("blancco_data")
                .orElseThrow()
                .section("blancco_hardware_report")
                .orElseThrow();
        assertThat(hardware.sections())
                .extracting(Section::name)
                .containsExactly("system", "disks", "mobile_battery", "cameras");
        Leaf capacity = hardware.section("disks")
                .orElseThrow()
                .section("disk")
                .orElseThrow()
                .leaves()
                .get(2);
        assertThat(capacity.type()).isEqualTo("uint");
        assertThat(capacity.value()).isEqualTo("16000000000");
    }

    @Test
    void readsABareReportInAnotherEncoding() {
        String xml = "<?xml version='1.0' encoding='ISO-8859-1'?>"
                + Samples.text(Samples.minimal(
                        "<user_data><entries name='fields'><entry name='Prüfer'>Jürgen</entry></entries></user_data>"));
        ReportDocument document = ReportDocument.parse(xml.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(document.values("user_data.fields.Prüfer")).isEqualTo(List.of("Jürgen"));
    }

    @Test
    void readsTextAroundCommentsAndCharacterDataAsOneValue() {
        ReportDocument document = ReportDocument.parse(
                Samples.minimal(
                        "<user_data><entries name='fields'><entry name='a'>AS<!-- x -->S<![CDATA[ET & <1>]]></entry></entries></user_data>"));
        assertThat(document.values("user_data.fields.a")).containsExactly("ASSET & <1>");
    }
}
