package dev.portolan.demo.data;

import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.template.ReportTemplates;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Writes the reports themselves. Signing takes longer than all else, so only a company's newest reports are signed, with
 * the Cloud's key, which it trusts; the others bear random bytes and show as not verifiable.
 */
final class Evidence {
    private static final int SIGNED_OF_EACH_COMPANY = 5;
    private static final LogAuthor CLOUD = new LogAuthor("Blancco Cloud", "51", "Blancco Cloud", "1.0", "1.0");

    private final Optional<ReportSigner> signer;

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
        return ReportRow.of(erasure.firm().id(), reportId, erasure.receivedAt(), bytes, received, key.isPresent());
    }

    private static ReportSigner dummy(RandomGenerator random) {
        return ReportSigner.dummy(ReportTemplates.DUMMY_KEY, CLOUD, random);
    }
}
