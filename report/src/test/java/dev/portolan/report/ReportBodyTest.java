package dev.portolan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReportBodyTest {
    private static final String DICTIONARY_1 = "64a025917126e86ca173f644b6ec0c3df8986a4b71b2aea4619470f5065859f8";

    @Property(tries = 300)
    void givesBackTheBytesItWasMadeOf(@ForAll @Size(max = 5000) byte[] original) {
        ReportBody body = ReportBody.compress(original);
        ReportBody read = ReportBody.stored(body.compressed(), ReportBody.NO_DICTIONARY);
        assertThat(read.original()).isEqualTo(original);
        assertThat(Sha256.of(read.original())).isEqualTo(Sha256.of(original));
    }

    @Property(tries = 300)
    void neverGivesOtherBytesThanTheOriginal(@ForAll int position, @ForAll byte value) {
        byte[] damaged = ReportBody.compress(Samples.FAILED).compressed();
        damaged[Math.floorMod(position, damaged.length)] = value;
        try {
            assertThat(ReportBody.stored(damaged, 0).original()).isEqualTo(Samples.FAILED);
        } catch (UnreadableReport refused) {
            assertThat(refused.code()).isIn("report_body_damaged", "report_too_large");
        }
    }

    @Test
    void makesAGenuineReportMuchSmaller() {
        assertThat(ReportBody.compress(Samples.SUCCESSFUL).compressedSize()).isLessThan(3000);
    }

    @Test
    void usesTheDictionaryItNames() {
        var dictionary = new ReportDictionary(Samples.FAILED);
        ReportDictionaries dictionaries = id -> id == 7 ? dictionary : ReportDictionaries.NONE.dictionary(id);
        ReportBody body = ReportBody.compress(Samples.SUCCESSFUL, 7, dictionaries);
        assertThat(body.dictionary()).isEqualTo(7);
        assertThat(body.compressedSize()).isLessThan(2000);
        assertThat(body.original(dictionaries)).isEqualTo(Samples.SUCCESSFUL);
        assertRefused(body, "report_body_damaged");
    }

    @Test
    void compressesOnArrivalWithTheBuiltInDictionaryAndReadsThatForEver() {
        ReportBody body = ReportBody.compressOnArrival(Samples.SUCCESSFUL);
        assertThat(body.dictionary()).isEqualTo(1);
        assertThat(body.compressedSize()).isLessThan(1200);
        assertThat(ReportBody.stored(body.compressed(), 1).original()).isEqualTo(Samples.SUCCESSFUL);
        assertRefused(ReportBody.stored(body.compressed(), 0), "report_body_damaged");
        assertRefused(ReportBody.stored(body.compressed(), 99), "report_body_damaged");
    }

    @Test
    void noReleasedDictionaryIsEverChanged() throws IOException {
        try (var one = ReportBody.class.getResourceAsStream("dictionaries/1.zstd")) {
            assertThat(Sha256.of(Objects.requireNonNull(one).readAllBytes()).hex())
                    .isEqualTo(DICTIONARY_1);
        }
    }

    @Test
    void refusesABodyThatClaimsTooMuchOrIsCutOff() {
        byte[] bomb = Zstd.compress(new byte[ReportDocument.MAX_BYTES + 1]);
        assertRefused(ReportBody.stored(bomb, 0), "report_too_large");
        byte[] whole = ReportBody.compress(Samples.FAILED).compressed();
        assertRefused(ReportBody.stored(Arrays.copyOf(whole, whole.length / 2), 0), "report_body_damaged");
        assertRefused(ReportBody.stored(new byte[0], 0), "report_body_damaged");
        assertRefused(ReportBody.stored(Samples.FAILED, 0), "report_body_damaged");
    }

    private static void assertRefused(ReportBody body, String code) {
        assertThatExceptionOfType(UnreadableReport.class)
                .isThrownBy(body::original)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
