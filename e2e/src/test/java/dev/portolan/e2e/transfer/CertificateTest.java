package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.certificate.NotVerified;
import dev.portolan.certificate.PinnedKey;
import dev.portolan.certificate.Verifier;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.certificate.Certificates;
import dev.portolan.upgrade.certificate.DrawnPages;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Module: what a transfer has moved is certified, on both sides alike, and verified from the files alone. */
class CertificateTest extends TransferCase {

    @Test
    void a_transfer_ends_with_a_certificate_that_speaks_of_exactly_what_moved() {
        var customer = customer("certified");
        var document = UUID.randomUUID();
        customer.report(document, "<root>evidence</root>", 3);
        customer.report(UUID.randomUUID(), "<root>too old</root>", 500);
        customer.reports(20, 2);
        customer.reserve(BigDecimal.TEN);
        points.once("certificate-due", run -> {
            throw new IllegalStateException("once");
        });
        transfer(customer, "MIGRATION_COMPLETED");

        var certificates = cloud.getBean(Certificates.class);
        var made = certificates.newest(customer.companyId()).orElseThrow();
        var verifier = new Verifier(PinnedKey.of(certificates.fingerprint()));
        var file = verifier.verify(certificates.json(made));
        var says = file.signed().statement();
        assertThat(says.reports().count()).isEqualTo(21);
        assertThat(says.company().name()).isEqualTo("certified");
        assertThat(says.order().company().name()).isEqualTo("partner-of-certificatetest");
        assertThat(says.order().person().name()).isEqualTo("manager");
        assertThat(says.rest().reservations()).isOne();
        assertThat(says.licences()).singleElement().satisfies(licence -> {
            assertThat(licence.remaining()).isEqualTo("90");
            assertThat(licence.reserved()).isEqualTo("10");
        });
        assertThat(says.scope().zone()).isEqualTo("Europe/Berlin");
        var report = "<root>evidence</root>".getBytes(StandardCharsets.UTF_8);
        assertThat(verifier.verify(file, report, null).document()).isEqualTo(document);
        assertNotIn(verifier, file, "<root>too old</root>");

        provedInThePortalAlike(customer, verifier, made.id(), document, report);
        drawnInBothLanguages(customer, verifier, made.id());
        assertThat(inCloud.count("select count(*) from transfer_certificate where company_id = ?", customer.id))
                .isOne();
    }

    private static void provedInThePortalAlike(
            Company customer, Verifier verifier, UUID id, UUID document, byte[] report) {
        var there = apps.portal().getBean(dev.portolan.portal.certificate.Certificates.class);
        var kept = there.newest(customer.companyId()).orElseThrow();
        assertThat(kept.id()).isEqualTo(id);
        assertThat(there.newest(partner.companyId())).isEmpty();
        var proof = verifier.verify(there.proof(customer.companyId(), document).orElseThrow());
        assertThat(verifier.verify(proof, report, null).document()).isEqualTo(document);
        assertThat(there.proof(customer.companyId(), UUID.randomUUID())).isEmpty();
        verifier.verify(there.json(kept));
    }

    private static void drawnInBothLanguages(Company customer, Verifier verifier, UUID id) {
        var pages = cloud.getBean(DrawnPages.class);
        var made =
                cloud.getBean(Certificates.class).newest(customer.companyId()).orElseThrow();
        verifier.verify(pages.pdf(made, Locale.ENGLISH));
        BothApps.await(
                "the pages in the Portal",
                () -> inPortal.count(
                                "select count(*) from transfer_certificate where certificate_id = ? and pdf_de is not null",
                                id)
                        == 1);
        var there = apps.portal().getBean(dev.portolan.portal.certificate.Certificates.class);
        var kept = there.newest(customer.companyId()).orElseThrow();
        verifier.verify(there.pdf(kept, Locale.GERMAN).orElseThrow());
    }

    @Test
    void a_certificate_that_was_taken_back_is_shown_so_on_both_sides() {
        var customer = customer("revoked");
        customer.reports(2, 2);
        transfer(customer, "MIGRATION_COMPLETED");
        var certificates = cloud.getBean(Certificates.class);
        var runner = new CompanyId(partner.id);
        var revoked = certificates
                .revoke(runner, customer.companyId(), partner.manager)
                .orElseThrow();
        assertThat(certificates.revoke(runner, customer.companyId(), partner.manager))
                .contains(revoked);
        assertThat(certificates.newest(customer.companyId())).contains(revoked);

        var verifier = new Verifier(PinnedKey.of(certificates.fingerprint()));
        assertThatThrownBy(() -> verifier.verify(certificates.json(revoked))).hasMessage("REVOKED");
        var there = apps.portal().getBean(dev.portolan.portal.certificate.Certificates.class);
        var kept = there.newest(customer.companyId()).orElseThrow();
        assertThat(kept.revokes()).isEqualTo(revoked.revokes());
        assertThatThrownBy(() -> verifier.verify(there.json(kept))).hasMessage("REVOKED");
    }

    private static void assertNotIn(Verifier verifier, dev.portolan.certificate.CertificateFile file, String xml) {
        assertThatThrownBy(() -> verifier.verify(file, xml.getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOf(NotVerified.class)
                .hasMessage("REPORT_NOT_IN_IT");
    }
}
