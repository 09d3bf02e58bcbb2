package dev.portolan.report.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import dev.portolan.report.signature.SignatureState;
import dev.portolan.report.signature.SignatureState.Invalid;
import dev.portolan.report.signature.SignatureState.NotVerifiable;
import dev.portolan.report.signature.SignatureState.Reason;
import dev.portolan.report.signature.SignatureState.Verified;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ReportLabelsTest {
    private final ReportLabels english = ReportLabels.in(Locale.ENGLISH);
    private final ReportLabels german = ReportLabels.in(Locale.GERMANY);

    @Test
    void bothLanguagesHaveTheSameKeysAndAText() throws IOException {
        Properties en = load("report.properties");
        Properties de = load("report_de.properties");
        assertThat(de.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(en.stringPropertyNames());
        assertThat(en.values()).allMatch(text -> !text.toString().isBlank());
        assertThat(de.values()).allMatch(text -> !text.toString().isBlank());
    }

    @Test
    void saysTheOutcomesInTheWordsAgreed() {
        assertThat(List.of(ErasureState.values()))
                .extracting(english::state)
                .containsExactly("Erased", "Erased with exceptions", "Not Erased");
        assertThat(List.of(ErasureState.values()))
                .extracting(german::state)
                .containsExactly("Gelöscht", "Mit Ausnahmen gelöscht", "Nicht gelöscht");
    }

    @Test
    void hasATextForEveryKindAndSignature() {
        for (ReportLabels labels : List.of(english, german)) {
            assertThat(ReportKind.values()).allMatch(kind -> !labels.kind(kind).isBlank());
            for (SignatureState state :
                    List.of(new Verified("k"), new NotVerifiable("k", Reason.UNKNOWN_KEY), new Invalid("k"))) {
                assertThat(labels.signature(state)).isNotBlank();
                assertThat(labels.signatureMeaning(state)).isNotBlank();
            }
        }
    }

    @Test
    void makesNamesItDoesNotKnowReadable() {
        assertThat(english.field("battery_cycles")).isEqualTo("Charge cycles");
        assertThat(german.field("battery_cycles")).isEqualTo("Ladezyklen");
        assertThat(german.field("flux_capacitor_model")).isEqualTo("Flux capacitor model");
    }

    @Test
    void speaksEnglishToEveryoneElse() {
        assertThat(ReportLabels.in(Locale.FRANCE).language()).isEqualTo("en");
        assertThat(ReportLabels.in(Locale.of("de", "AT")).state(ErasureState.ERASED))
                .isEqualTo("Gelöscht");
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                ReportLabels.class.getResourceAsStream("/messages/" + name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
