package dev.portolan.report.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.report.Samples;
import dev.portolan.report.signature.SignatureState.Invalid;
import dev.portolan.report.signature.SignatureState.NotVerifiable;
import dev.portolan.report.signature.SignatureState.Reason;
import dev.portolan.report.signature.SignatureState.Verified;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String PLAIN = Samples.text(
            Samples.minimal(
                    "<user_data><entries name=\"fields\"><entry name=\"Asset ID\" type=\"string\">Größe 7</entry></entries></user_data>"));

    private final SignatureCheck check = new SignatureCheck(Keys.BOTH);
    private final byte[] signed = Keys.client().sign(Samples.bytes(PLAIN), NOW);
    private final ReceivedEntry received = Keys.environment().receive(signed, NOW.plusSeconds(2));

    @Test
    void verifiesTheClientsEntryAndTheEnvironmentsBesideIt() {
        assertThat(check.check(signed).entries()).containsExactly(new Verified("client-1"));
        ReportSignatures both = check.check(signed, received);
        assertThat(both.entries()).containsExactly(new Verified("client-1"), new Verified("environment-1"));
        assertThat(both.overall()).isEqualTo(new Verified("client-1"));
    }

    @Test
    void neverVerifiesAReportWhoseKeyIsUnknown() {
        ReportSignatures genuine = check.check(Samples.SUCCESSFUL);
        assertThat(genuine.entries())
                .containsExactly(
                        new NotVerifiable("300", Reason.UNKNOWN_KEY), new NotVerifiable("100", Reason.UNKNOWN_KEY));
        ReportSignatures half = new SignatureCheck(
                        TrustedKeys.of(Map.of("environment-1", Keys.ENVIRONMENT.getPublic())))
                .check(signed, received);
        assertThat(half.overall()).isEqualTo(new NotVerifiable("client-1", Reason.UNKNOWN_KEY));
    }

    @Test
    void saysOfAReportWithoutALogThatNothingCanBeVerified() {
        ReportSignatures none = check.check(Samples.bytes(PLAIN));
        assertThat(none.entries()).isEmpty();
        assertThat(none.overall()).isEqualTo(new NotVerifiable("", Reason.NO_ENTRY));
    }

    @Test
    void aKeyThatSignedSomethingElseMakesTheReportInvalid() {
        String text = Samples.text(signed);
        assertThat(stateOf(text.replace("Größe 7", "Größe 8"))).isEqualTo(new Invalid("client-1"));
        assertThat(stateOf(text.replace("Asset ID", "Asset Id"))).isEqualTo(new Invalid("client-1"));
        assertThat(stateOf(text.replace("<integrity>", "<integrity>AAAA"))).isEqualTo(new Invalid("client-1"));
        assertThat(stateOf(text.replaceAll("<integrity>.*</integrity>", "<integrity/>")))
                .isEqualTo(new Invalid("client-1"));
        assertThat(stateOf(text.replaceAll("<integrity>.*</integrity>", "<integrity>not base64!</integrity>")))
                .isEqualTo(new Invalid("client-1"));
    }

    @Test
    void theSecondEntryCoversTheFirst() {
        String exported = Samples.text(received.export(signed));
        String tampered = exported.replaceFirst("<product_revision>r1<", "<product_revision>r9<");
        ReportSignatures states = check.check(Samples.bytes(tampered));
        assertThat(states.entries()).containsExactly(new Verified("client-1"), new Invalid("environment-1"));
        assertThat(states.overall()).isEqualTo(new Invalid("environment-1"));
    }

    @Test
    void entriesThatChangePlacesAreInvalid() {
        String exported = Samples.text(received.export(signed));
        String first = exported.substring(exported.indexOf("<log_entry>"), exported.indexOf("</log_entry>") + 12);
        String second =
                exported.substring(exported.lastIndexOf("<log_entry>"), exported.lastIndexOf("</log_entry>") + 12);
        String swapped = exported.replace(first, "§").replace(second, first).replace("§", second);
        assertThat(check.check(Samples.bytes(swapped)).overall()).isInstanceOf(Invalid.class);
    }

    @Test
    void somethingElseInTheLogIsNeverVerified() {
        String strange = Samples.text(signed).replace("</document_log>", "<entry name='log_entry'/></document_log>");
        assertThat(stateOf(strange)).isEqualTo(new NotVerifiable("", Reason.UNCLEAR_LOG));
    }

    private SignatureState stateOf(String report) {
        return check.check(Samples.bytes(report)).overall();
    }
}
