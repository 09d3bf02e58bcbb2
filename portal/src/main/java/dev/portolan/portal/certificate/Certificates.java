package dev.portolan.portal.certificate;

import dev.portolan.certificate.CertificateFile;
import dev.portolan.certificate.CertifiedReport;
import dev.portolan.certificate.InclusionProof;
import dev.portolan.certificate.LeafBlock;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands certificates out. */
@Component
public class Certificates {
    private final Tenancy tenancy;
    private final CertificateStore store;

    Certificates(Tenancy tenancy, CertificateStore store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** Whether there is one to show. */
    public boolean any(CompanyId tenant) {
        return tenancy.within(tenant, () -> store.any(tenant.value()));
    }

    /** What holds now: the newest certificate, or the one that took it back. */
    public Optional<KeptCertificate> newest(CompanyId tenant) {
        return tenancy.within(tenant, () -> store.all(tenant.value())).stream().findFirst();
    }

    /** As signed PDF in the reader's language; empty until it has arrived. */
    public Optional<byte[]> pdf(KeptCertificate certificate, Locale language) {
        return tenancy.within(
                new CompanyId(certificate.tenant()),
                () -> store.pdf(
                        certificate.tenant(),
                        certificate.id(),
                        language.getLanguage().equals("de")));
    }

    /** As JSON, with the reports it speaks of while they are few enough. */
    public byte[] json(KeptCertificate certificate) {
        return new CertificateFile(certificate.signed(), leaves(certificate), null).bytes();
    }

    private @Nullable List<CertifiedReport> leaves(KeptCertificate certificate) {
        if (certificate.says().reports().count() > CertificateFile.MOST_LEAVES) return null;
        return tenancy
                .within(
                        new CompanyId(certificate.tenant()),
                        () -> store.leaves(certificate.tenant(), certificate.leaves()))
                .stream()
                .flatMap(block -> LeafBlock.read(block).stream())
                .toList();
    }

    /** The certificate with the proof of one report; empty where it does not speak of that. */
    public Optional<byte[]> proof(CompanyId tenant, UUID document) {
        return newest(tenant)
                .filter(certificate -> certificate.revokes() == null)
                .flatMap(certificate -> tenancy.within(tenant, () -> proof(certificate, document)))
                .map(CertificateFile::bytes);
    }

    private Optional<CertificateFile> proof(KeptCertificate certificate, UUID document) {
        var tenant = certificate.tenant();
        return store.blockOf(tenant, certificate.leaves(), document)
                .flatMap(block -> InclusionProof.of(
                        document,
                        LeafBlock.read(block.leaves()),
                        block.number(),
                        store.roots(tenant, certificate.leaves()),
                        certificate.says().reports().count()))
                .map(proof -> new CertificateFile(certificate.signed(), null, proof));
    }
}
