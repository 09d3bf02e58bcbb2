package dev.portolan.certificate;

import dev.portolan.certificate.NotVerified.Reason;
import dev.portolan.report.Sha256;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Verifies certificates against one pinned key. */
public final class Verifier {
    private final PinnedKey key;

    public Verifier(PinnedKey key) {
        this.key = key;
    }

    /**
     * Reads a certificate, as JSON or as PDF, and makes sure that it is whole and was signed with the pinned key.
     *
     * @throws NotVerified if it is not, or was taken back
     */
    public CertificateFile verify(byte[] bytes) {
        var file = CertificatePdf.isPdf(bytes) ? CertificatePdf.read(bytes, key) : CertificateFile.read(bytes);
        key.require(file.signed().signer());
        var statement = file.signed().statement();
        requireLeaves(file, statement);
        if (file.proof() != null
                && !file.proof()
                        .holds(statement.reports().root(), statement.reports().count()))
            throw new NotVerified(Reason.PROOF_WRONG);
        if (statement.revocation()) throw new NotVerified(Reason.REVOKED);
        return file;
    }

    private static void requireLeaves(CertificateFile file, Statement statement) {
        var leaves = file.leaves();
        if (leaves == null) return;
        var root = HexFormat.of().formatHex(LeafBlock.root(leaves));
        if (leaves.size() != statement.reports().count()
                || !root.equals(statement.reports().root())) throw new NotVerified(Reason.LEAVES);
    }

    /**
     * Makes sure that a report is one of those of a verified certificate.
     *
     * @param report the report's original bytes
     * @param proofFile a file with the report's proof, null where the certificate's own is meant
     * @return the report's place
     * @throws NotVerified if it is not
     */
    public InclusionProof verify(CertificateFile certificate, byte[] report, byte @Nullable [] proofFile) {
        var digest = Sha256.of(report).hex();
        if (proofFile != null) {
            var proof = CertificateFile.read(proofFile).proof();
            if (proof == null) throw new NotVerified(Reason.PROOF_NEEDED);
            return proved(certificate, digest, proof);
        }
        if (certificate.leaves() != null) return listed(certificate, digest);
        if (certificate.proof() == null) throw new NotVerified(Reason.PROOF_NEEDED);
        return proved(certificate, digest, certificate.proof());
    }

    private static InclusionProof proved(CertificateFile certificate, String digest, InclusionProof proof) {
        var reports = certificate.signed().statement().reports();
        if (!proof.digest().equals(digest)) throw new NotVerified(Reason.PROOF_OF_ANOTHER);
        if (!proof.holds(reports.root(), reports.count())) throw new NotVerified(Reason.PROOF_WRONG);
        return proof;
    }

    private static InclusionProof listed(CertificateFile certificate, String digest) {
        var leaves = Objects.requireNonNull(certificate.leaves());
        for (int place = 0; place < leaves.size(); place++) {
            var leaf = leaves.get(place);
            if (leaf.digest().hex().equals(digest))
                return new InclusionProof(leaf.document(), digest, place, leaves.size(), List.of());
        }
        throw new NotVerified(Reason.REPORT_NOT_IN_IT);
    }
}
