package dev.portolan.report.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.report.Samples;
import dev.portolan.report.UnreadableReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final byte[] SIGNED = Keys.client().sign(Samples.SUCCESSFUL, NOW);

    private final SignatureCheck check = new SignatureCheck(Keys.BOTH);

    @Test
    void isTheSameForOtherWaysToWriteTheSameReport() {
        String report = Samples.text(
                Samples.minimal("<user_data a='1' b='ü'><entry name='x'>a &amp; b</entry><e/></user_data>"));
        byte[] form = CanonicalForm.of(Samples.bytes(report));
        assertThat(form(report.replace("a='1' b='ü'", "b=\"&#xFC;\"\n   a=\"1\"")))
                .isEqualTo(form);
        assertThat(form(report.replace("a &amp; b", "<![CDATA[a & b]]>"))).isEqualTo(form);
        assertThat(form(report.replace("<e/>", "<e ></e >"))).isEqualTo(form);
        assertThat(form(report.replace("<e/>", "<!-- remark --><e/>"))).isEqualTo(form);
        assertThat(form("<?xml version='1.0'?>\n<root>\n" + report + "</root>")).isEqualTo(form);
        assertThat(form(report.replace("</document_id>", "</document_id><document_log>\n  </document_log>")))
                .isEqualTo(form);
        assertThat(form(report.replace("<e/>", "<e>1</e>"))).isNotEqualTo(form);
    }

    @Property(tries = 100)
    void doesNotDependOnTheOrderOfAttributes(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 999) Integer> values, @ForAll long seed) {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            attributes.add("a" + i + "='" + values.get(i) + "'");
        }
        byte[] form = form(withAttributes(attributes));
        Collections.shuffle(attributes, new Random(seed));
        assertThat(form(withAttributes(attributes))).isEqualTo(form);
    }

    @Property(tries = 400)
    void noByteOfSignedContentCanChangeUnnoticed(@ForAll int position, @ForAll byte change) {
        byte[] tampered = SIGNED.clone();
        int at = Math.floorMod(position, tampered.length);
        tampered[at] = (byte) (tampered[at] ^ (change == 0 ? 1 : change));
        try {
            byte[] before = CanonicalForm.ofEntries(SIGNED).get(2);
            boolean sameContent =
                    Arrays.equals(CanonicalForm.ofEntries(tampered).get(2), before);
            SignatureState state = check.check(tampered).entries().get(2);
            assertThat(state)
                    .satisfies(s -> assertThat(s instanceof SignatureState.Verified)
                            .as(s.toString())
                            .isIn(sameContent, false));
        } catch (UnreadableReport | IndexOutOfBoundsException noReportAnyMore) {
            assertThat(noReportAnyMore).isNotNull();
        }
    }

    @Test
    void everyCharacterOfEveryValueIsSigned() {
        String text = Samples.text(SIGNED);
        int begin = text.indexOf("<blancco_erasure_report>");
        for (int i = begin; i < text.length(); i += 13) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                String tampered = text.substring(0, i) + (char) (c ^ 1) + text.substring(i + 1);
                assertNotVerified(tampered);
            }
        }
    }

    private void assertNotVerified(String tampered) {
        try {
            assertThat(check.check(Samples.bytes(tampered)).entries().get(2))
                    .isEqualTo(new SignatureState.Invalid("client-1"));
        } catch (UnreadableReport tagsNoLongerMatch) {
            assertThat(tagsNoLongerMatch.code()).isIn("report_malformed", "report_unknown_form");
        }
    }

    private static String withAttributes(List<String> attributes) {
        return Samples.text(Samples.minimal(attributes.stream().collect(Collectors.joining(" ", "<user_data ", "/>"))));
    }

    private static byte[] form(String report) {
        return CanonicalForm.of(Samples.bytes(report));
    }
}
