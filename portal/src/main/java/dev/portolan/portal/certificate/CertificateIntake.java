package dev.portolan.portal.certificate;

import dev.portolan.contract.CertificateCopy;
import dev.portolan.contract.CertificateLeaves;
import dev.portolan.contract.CertificatePages;
import dev.portolan.contract.Done;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Clock;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** Takes certificates of transfers that were activated here; the same one again changes nothing. */
@Component
public class CertificateIntake {
    private final Tenancy tenancy;
    private final CertificateStore store;
    private final Clock clock;

    CertificateIntake(Tenancy tenancy, CertificateStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    public Done keep(CertificateLeaves leaves) {
        return activated(leaves.order(), () -> store.keep(leaves));
    }

    public Done keep(CertificateCopy certificate) {
        return activated(certificate.order(), () -> store.keep(certificate));
    }

    public Done keep(CertificatePages pages) {
        return activated(pages.order(), () -> store.keep(pages));
    }

    private Done activated(TransferTry order, IntSupplier write) {
        return tenancy.within(new CompanyId(order.tenant()), () -> {
            if (!store.activated(order)) throw new PortalRefusal("not_ready", "not activated");
            return new Done(clock.instant(), write.getAsInt() == 0);
        });
    }
}
