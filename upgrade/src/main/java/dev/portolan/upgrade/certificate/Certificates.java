package dev.portolan.upgrade.certificate;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.portolan.certificate.CertificateFile;
import dev.portolan.certificate.CertifiedReport;
import dev.portolan.certificate.InclusionProof;
import dev.portolan.certificate.LeafBlock;
import dev.portolan.contract.CertificateCopy;
import dev.portolan.contract.CertificateLeaves;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.contract.TransferPortal;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issues certificates, revokes them, and hands them out. */
@Component
public class Certificates {
    private final Tenancy tenancy;
    private final CertificateStore store;
    private final Issuing issuing;
    private final CertificateKey key;
    private final TransferPortal portal;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Certificates(
            Tenancy tenancy,
            CertificateStore store,
            Issuing issuing,
            CertificateKey key,
            TransferPortal portal,
            SchedulerClient scheduler,
            Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.issuing = issuing;
        this.key = key;
        this.portal = portal;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Certifies the end of a transfer, once, and hands the certificate to the Portal. Only for what was proved.
     *
     * @throws PortalUnreachable if the Portal has not taken it: to be called again
     * @throws PortalRefusal if it will not
     */
    public Certified issue(TransferEnd end) {
        var company = new CompanyId(end.order().tenant());
        var id = Issuing.id(end.order());
        var kept = tenancy.within(company, () -> store.find(company.value(), id));
        return hand(kept.orElseGet(() -> keep(issuing.issue(end))));
    }

    /**
     * Takes the company's certificate back by a signed successor, which is handed to the Portal as well. Nothing to do
     * where there is none, or where it was taken back before; may be called again.
     *
     * @param runner whose user orders it
     * @return the successor, empty where there is nothing to take back
     * @throws PortalUnreachable if the Portal has not taken it: to be called again
     * @throws PortalRefusal if it will not
     */
    public Optional<Certified> revoke(CompanyId runner, CompanyId subject, UUID by) {
        return newest(subject)
                .map(newest -> newest.revokes() != null ? newest : keep(issuing.revoke(newest, runner, by)))
                .map(this::hand);
    }

    /** Keeps it, unless another was first, and answers which it is; orders its pages. */
    private Certified keep(Certified made) {
        var company = made.order().tenant();
        return tenancy.within(new CompanyId(company), () -> {
            store.insert(made);
            var pages = PagesTask.TASK
                    .instance(made.id().toString())
                    .data(new PagesTask.Wanted(company, made.id()))
                    .scheduledTo(clock.instant().plus(PagesTask.LATER));
            scheduler.scheduleIfNotExists(pages);
            return store.find(company, made.id()).orElseThrow();
        });
    }

    private Certified hand(Certified certified) {
        if (certified.revokes() == null) blocks(certified).forEach(portal::keep);
        portal.keep(new CertificateCopy(
                certified.order(),
                certified.id(),
                certified.issuedAt(),
                certified.signed().json(),
                certified.signed().signature(),
                certified.revokes()));
        return certified;
    }

    /** A company's certificates, newest first; a successor that revokes stands before the one it revokes. */
    public List<Certified> all(CompanyId company) {
        return tenancy.within(company, () -> store.all(company.value()));
    }

    /** What holds now: the newest certificate, or the one that took it back. */
    public Optional<Certified> newest(CompanyId company) {
        return all(company).stream().findFirst();
    }

    /** The certificate as JSON, with the reports it speaks of while they are few enough. */
    public byte[] json(Certified certified) {
        return file(certified).bytes();
    }

    /** The fingerprint of the key that signs here, for showing; who verifies takes it from the operator. */
    public String fingerprint() {
        return key.key().open().fingerprint();
    }

    CertificateFile file(Certified certified) {
        return new CertificateFile(certified.signed(), leaves(certified), null);
    }

    private @Nullable List<CertifiedReport> leaves(Certified certified) {
        if (certified.signed().statement().reports().count() > CertificateFile.MOST_LEAVES) return null;
        return blocks(certified)
                .flatMap(block -> LeafBlock.read(block.leaves()).stream())
                .toList();
    }

    /** Read one by one. */
    private Stream<CertificateLeaves> blocks(Certified certified) {
        return IntStream.iterate(0, block -> block + 1)
                .mapToObj(block -> bound(certified, () -> store.block(certified, block)))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** The certificate with the proof of one report; empty where it does not speak of that. */
    public Optional<byte[]> proof(Certified certified, UUID document) {
        return bound(
                        certified,
                        () -> store.blockOf(certified, document)
                                .flatMap(block -> InclusionProof.of(
                                        document,
                                        LeafBlock.read(block.leaves()),
                                        block.block(),
                                        store.roots(certified.order().tenant(), certified.leaves()),
                                        certified.signed().statement().reports().count())))
                .map(proof -> new CertificateFile(certified.signed(), null, proof).bytes());
    }

    private <T> T bound(Certified certified, Supplier<T> work) {
        return tenancy.within(new CompanyId(certified.order().tenant()), work);
    }
}
