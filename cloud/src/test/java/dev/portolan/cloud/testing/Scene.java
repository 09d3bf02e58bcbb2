package dev.portolan.cloud.testing;

import dev.portolan.report.ErasureState;
import dev.portolan.report.arrival.Receipt;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two trees of companies that have nothing to do with each other: the owner's, with something in every table, and the
 * stranger's.
 *
 * @param operator of the owner's vendor, {@code manager} of the owner's partner, {@code colleague} a basic user there
 * @param strangeOperator and {@code stranger}: the same of the other tree
 */
public record Scene(
        TestCompany vendor,
        TestCompany partner,
        TestCompany customer,
        TestUser operator,
        TestUser manager,
        TestUser colleague,
        TestUser customerManager,
        TestUser strangeOperator,
        TestUser stranger,
        UUID pool,
        UUID reservation,
        UUID documentId,
        String serial,
        UUID run) {

    /** Sets the scene; the owner's partner is entitled to upgrade. */
    public static Scene set(Companies companies, Reserving reserving) {
        var vendor = companies.vendor();
        var partner = companies.partner(vendor);
        var customer = companies.customer(partner);
        companies.sees(vendor, customer, partner, "CUSTOMER");
        companies.entitle(partner);
        var manager = companies.manager(partner);
        var pool = companies.pool(partner, Companies.PC, "100", LocalDate.of(2031, 5, 4));
        var serial = "SERIAL" + partner.id().value().toString().substring(24);
        var order = ReportOrder.of(
                        DeviceKind.LAPTOP, ErasureState.ERASED_WITH_EXCEPTIONS, Instant.parse("2026-05-01T10:00:00Z"))
                .withId(UUID.randomUUID())
                .by(partner.name(), "Person of " + partner.name())
                .withFields(Map.of("Asset ID", serial));
        Receipt report = companies.report(manager, order);
        var reservation = reserving.reserve(manager);
        var strangeVendor = companies.vendor();
        var strangePartner = companies.partner(strangeVendor);
        companies.entitle(strangePartner);
        return new Scene(
                vendor,
                partner,
                customer,
                companies.manager(vendor),
                manager,
                companies.user(partner, "BASIC_USER"),
                companies.manager(customer),
                companies.manager(strangeVendor),
                companies.manager(strangePartner),
                pool,
                reservation,
                report.documentId(),
                serial,
                companies.run(partner, customer, "PAUSED"));
    }

    /** Reserves one licence for a drive. */
    public interface Reserving {
        UUID reserve(TestUser user);
    }

    /** What stands in no answer to a stranger. */
    public List<String> secrets() {
        return List.of(
                vendor.name(),
                partner.name(),
                customer.name(),
                manager.email(),
                manager.name(),
                colleague.email(),
                customerManager.email(),
                documentId.toString(),
                reservation.toString(),
                pool.toString(),
                serial);
    }
}
