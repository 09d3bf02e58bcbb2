package dev.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.certificate.command.CertificateCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Module: the command against files on disk: what is genuine passes, and nothing else does. */
class VerifyTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final CertificateFile FILE = Sample.file(KEY, 7);
    private static final byte[] PDF = new CertificatePdf().render(FILE, Locale.GERMAN, KEY);

    @TempDir
    Path directory;

    private String said = "";

    @BeforeEach
    void write() throws IOException {
        put("key.pem", KEY.open().pem().getBytes(StandardCharsets.US_ASCII));
        put("certificate.json", FILE.bytes());
        put("certificate.pdf", PDF);
        put("report.xml", Sample.report(4));
        put("other.xml", Sample.report(99));
    }

    @Test
    void a_genuine_certificate_passes_with_the_key_and_with_its_fingerprint_as_json_and_as_pdf() {
        assertThat(verify("certificate.json", "--key", path("key.pem"))).isZero();
        assertThat(said).startsWith("Verified: 7 reports of \"Hafenlogistik");
        assertThat(verify("certificate.pdf", "--key", path("key.pem"))).isZero();
        assertThat(verify("certificate.json", "--key", KEY.open().fingerprint()))
                .isZero();
        assertThat(verify("certificate.json", "--key", path("key.pem"), "--language", "de"))
                .isZero();
        assertThat(said).startsWith("Geprüft: 7 Berichte von").doesNotContain("\n\n");
    }

    @Test
    void a_report_in_it_is_confirmed_and_another_one_or_one_with_another_byte_is_not() throws IOException {
        for (var file : new String[] {"certificate.json", "certificate.pdf"}) {
            assertThat(verify(file, "--key", path("key.pem"), "--report", path("report.xml")))
                    .isZero();
            assertThat(said).contains("of 7 in the certificate");
            assertThat(verify(file, "--key", path("key.pem"), "--report", path("other.xml")))
                    .isEqualTo(1);
            var flipped = Sample.report(4);
            flipped[9] ^= 1;
            put("flipped.xml", flipped);
            assertThat(verify(file, "--key", path("key.pem"), "--report", path("flipped.xml")))
                    .isEqualTo(1);
        }
    }

    @Test
    void one_report_is_confirmed_by_its_proof_in_the_file_or_beside_it() throws IOException {
        var leaves = Sample.leaves(7);
        var document = leaves.stream()
                .filter(leaf -> leaf.digest().equals(dev.portolan.report.Sha256.of(Sample.report(4))))
                .findFirst()
                .orElseThrow()
                .document();
        var proof = InclusionProof.of(document, leaves, 0, List.of(LeafBlock.root(leaves)), 7)
                .orElseThrow();
        put("bare.json", new CertificateFile(FILE.signed(), null, null).bytes());
        put("proof.json", new CertificateFile(FILE.signed(), null, proof).bytes());
        var report = new String[] {"--key", path("key.pem"), "--report", path("report.xml")};
        assertThat(verify("proof.json", report)).isZero();
        assertThat(verify("bare.json", report)).isEqualTo(1);
        assertThat(said).contains("--proof");
        assertThat(verify("bare.json", with(report, "--proof", path("proof.json"))))
                .isZero();
        assertThat(verify("proof.json", "--key", path("key.pem"), "--report", path("other.xml")))
                .isEqualTo(1);
        put(
                "forged.json",
                text("proof.json")
                        .replace("\"index\" : " + proof.index(), "\"index\" : 0")
                        .getBytes(StandardCharsets.UTF_8));
        if (proof.index() != 0) assertThat(verify("forged.json", report)).isEqualTo(1);
    }

    @Test
    void a_file_signed_again_with_another_key_fails() throws IOException {
        var other = SigningKey.generate();
        put("again.json", Sample.file(other, 7).bytes());
        put("again.pdf", new CertificatePdf().render(Sample.file(other, 7), Locale.ENGLISH, other));
        put("mixed.pdf", new CertificatePdf().render(FILE, Locale.ENGLISH, other));
        for (var file : new String[] {"again.json", "again.pdf", "mixed.pdf"}) {
            assertThat(verify(file, "--key", path("key.pem"))).as(file).isEqualTo(1);
            assertThat(said).contains("another key");
        }
    }

    @Test
    void an_edited_json_fails_wherever_it_was_edited() throws IOException {
        var json = text("certificate.json");
        for (var edit : new String[][] {
            {"\"count\" : 7", "\"count\" : 8"},
            {"Elbe", "Elba"},
            {"\"epoch\" : 2", "\"epoch\" : 2.0"},
            {"1234.5", "1234.50"},
            {"\"outcome\" : \"ACTIVATED\"", "\"outcome\" : \"ACTIVATED\", \"more\" : 1"},
            {"\"outcome\" : \"ACTIVATED\"", "\"outcome\" : \"ABORTED\""},
            {"\"reports\" : [ \"0", "\"reports\" : [ \"1"},
            {"\"signature\" : \"eyJ", "\"signature\" : \"eyK"}
        }) {
            assertThat(json).contains(edit[0]);
            put("edited.json", json.replace(edit[0], edit[1]).getBytes(StandardCharsets.UTF_8));
            assertThat(verify("edited.json", "--key", path("key.pem")))
                    .as(edit[1])
                    .isEqualTo(1);
        }
        put("cut.json", json.substring(0, json.length() / 2).getBytes(StandardCharsets.UTF_8));
        assertThat(verify("cut.json", "--key", path("key.pem"))).isEqualTo(1);
    }

    @Test
    void an_edited_pdf_fails_wherever_a_bit_was_changed() throws IOException {
        for (int at = 5; at < PDF.length; at += Math.max(1, PDF.length / 200)) {
            var edited = PDF.clone();
            edited[at] ^= 4;
            put("edited.pdf", edited);
            assertThat(verify("edited.pdf", "--key", path("key.pem")))
                    .as("byte " + at)
                    .isEqualTo(1);
        }
        put("empty.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(verify("empty.pdf", "--key", path("key.pem"))).isEqualTo(1);
    }

    @Test
    void a_revoked_certificate_is_said_to_be_revoked() throws IOException {
        put("revoked.json", Sample.revoked(KEY).bytes());
        put("revoked.pdf", new CertificatePdf().render(Sample.revoked(KEY), Locale.ENGLISH, KEY));
        for (var file : new String[] {"revoked.json", "revoked.pdf"}) {
            assertThat(verify(file, "--key", path("key.pem"))).isEqualTo(1);
            assertThat(said).contains("revoked");
        }
    }

    @Test
    void wrong_use_is_told_from_a_wrong_certificate() {
        assertThat(verify("certificate.json")).isEqualTo(2);
        assertThat(verify("certificate.json", "--key", "nonsense")).isEqualTo(2);
        assertThat(verify("certificate.json", "--key", path("certificate.json")))
                .isEqualTo(2);
        assertThat(verify("absent.json", "--key", path("key.pem"))).isEqualTo(2);
        assertThat(verify("certificate.json", "--key", path("key.pem"), "--report", path("absent.xml")))
                .isEqualTo(2);
        assertThat(verify("certificate.json", "--key", path("key.pem"), "--proof", path("report.xml")))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void the_operators_key_is_shown_as_others_need_it() {
        assertThat(run("key", "--new", path("new.pem"))).isZero();
        assertThat(run("key", "--private", path("new.pem"))).isZero();
        assertThat(said).contains("-----BEGIN PUBLIC KEY-----").contains("Fingerprint (SHA-256): ");
        assertThat(run("key", "--new", path("new.pem"))).isEqualTo(2);
        assertThat(run("key")).isEqualTo(2);
        assertThat(run("key", "--private", path("report.xml"))).isEqualTo(2);
    }

    private int verify(String file, String... more) {
        return run(with(new String[] {"verify", path(file)}, more));
    }

    private int run(String... arguments) {
        var out = new StringWriter();
        int code = CertificateCommand.run(
                new PrintWriter(out, true), new PrintWriter(out, true), Map.of("LANG", "en_GB.UTF-8"), arguments);
        said = out.toString();
        return code;
    }

    private static String[] with(String[] first, String... then) {
        var all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(directory.resolve(name), bytes);
    }

    private String text(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
