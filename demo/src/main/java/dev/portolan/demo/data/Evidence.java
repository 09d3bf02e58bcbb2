package dev.portolan.demo.data;

import dev.portolan.demo.data.ReportRow.Serial;
import dev.portolan.report.ReportBody;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.template.ReportTemplates;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the reports themselves. Signing takes longer than all else, so only a company's newest reports are signed, with
 * the Cloud's key, which it trusts; the others bear random bytes and show as not verifiable.
 */
final class Evidence {
    private static final int SIGNED_OF_EACH_COMPANY = 5;
    private static final LogAuthor CLOUD = new LogAuthor("Blancco Cloud", "51", "Blancco Cloud", "1.0", "1.0");

    private final Optional<ReportSigner> signer;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param signer the Cloud's; without it no report is signed */
    Evidence(Optional<ReportSigner> signer) {
        this.signer = signer.map(key -> key.as(CLOUD));
    }

    ReportRow write(PlannedErasure erasure, long reportId) {
        var random = DemoIds.random("bytes", erasure.firm().key(), Integer.toString(erasure.number()));
        var key = signer.filter(any -> erasure.number() >= erasure.firm().reports() - SIGNED_OF_EACH_COMPANY);
        var templates = key.map(ReportTemplates::signedBy).orElseGet(ReportTemplates::withDummySignatures);
        var bytes = templates.write(erasure.order(), random);
        var receiver = key.orElseGet(() -> dummy(random));
        var received = receiver.receive(bytes, erasure.receivedAt()).bytes();
        return row(erasure, reportId, bytes, received, key.isPresent());
    }

    private static ReportSigner dummy(RandomGenerator random) {
        return ReportSigner.dummy(ReportTemplates.DUMMY_KEY, CLOUD, random);
    }

    private ReportRow row(PlannedErasure erasure, long reportId, byte[] bytes, byte[] received, boolean signed) {
        var index = ReportIndex.of(ReportDocument.parse(bytes));
        var company = erasure.firm().id();
        return new ReportRow(
                company,
                reportId,
                index.documentId(),
                erasure.receivedAt(),
                index.kind(),
                index.product(),
                index.productVersion(),
                index.state(),
                first(index.standards()),
                index.serial(),
                index.imei(),
                index.assetTag(),
                index.manufacturer(),
                index.model(),
                index.erasedAt(),
                index.erasurePerson(),
                json.writeValueAsString(index.customFields()),
                first(index.failureMessages()),
                signed ? "VERIFIED" : "NOT_VERIFIABLE",
                Sha256.of(bytes).bytes(),
                bytes.length,
                ReportBody.compress(bytes).compressed(),
                received,
                serials(company, reportId, index));
    }

    private static List<Serial> serials(UUID company, long reportId, ReportIndex index) {
        return index.identifiers().stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(text -> new Serial(company, text, reportId))
                .toList();
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.getFirst();
    }
}
