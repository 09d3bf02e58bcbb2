package dev.portolan.e2e.transfer;

import dev.portolan.ledger.Quantity;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.licence.Licences;
import dev.portolan.portal.licence.ReserveCommand;
import dev.portolan.portal.report.Reports;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import dev.portolan.upgrade.customer.Orders;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Customers that have moved, and what their erasure clients do in the Portal. */
abstract class UndoCase extends TransferCase {
    private static final ReportTemplates TEMPLATES = ReportTemplates.withDummySignatures();

    static Company moved(String name, int reports) {
        var customer = customer("undo-" + name);
        wizard(customer);
        customer.reports(reports, 3);
        return customer;
    }

    /** What the wizard's own pages need beside the status. */
    private static void wizard(Company customer) {
        inCloud.jdbc
                .sql(
                        "insert into journey (company_id, path, step, answers, changed_by, changed_at) values (?, 'PARTNER', 'SUMMARY', '{}', ?, now()) on conflict do nothing")
                .params(partner.id, partner.manager)
                .update();
        inCloud.jdbc
                .sql(
                        "insert into customer (company_id, customer_id, name, search, kind) values (?, ?, 'c', 'c', 'CUSTOMER')")
                .params(partner.id, customer.id)
                .update();
    }

    /** So that who finds no licence in the Portal knows that it is to go back. */
    static void withoutTrials(Company customer) {
        withoutTrials(customer, inPortal);
    }

    static void withoutTrials(Company customer, Look inPortal) {
        inPortal.atOnce(() -> {
            inPortal.jdbc.sql("""
                    insert into ledger_entry (tenant_id, entry_id, pool_id, kind, quantity, at)
                    select tenant_id, gen_random_uuid(), pool_id, 'EXPIRE', remaining, now() from licence_balance
                    where tenant_id = ? and transfer_id is null and remaining > 0
                    """).params(customer.id).update();
            inPortal.jdbc
                    .sql("update licence_balance set remaining = 0 where tenant_id = ? and transfer_id is null")
                    .params(customer.id)
                    .update();
        });
    }

    static void order(Company customer) {
        if (!cloud.getBean(Orders.class).undo(partner.companyId(), customer.companyId(), partner.manager))
            throw new AssertionError("not ordered");
    }

    static void undo(Company customer, String end) {
        order(customer);
        ends(customer, end);
        journal.requireBalanced(customer.id);
    }

    static void ends(Company customer, String end) {
        BothApps.await(
                end + ", but it stands at " + inCloud.state(customer.id) + " " + inCloud.runs(),
                () -> end.equals(inCloud.state(customer.id)));
    }

    static UUID reserveThere(Company customer) {
        return apps.portal()
                .getBean(Licences.class)
                .reserve(
                        customer.companyId(),
                        new ReserveCommand(Company.PRODUCT, Quantity.of(1), Ids.next(), Ids.next(), customer.manager))
                .id();
    }

    static boolean consumeThere(Company customer, UUID reservation) {
        return apps.portal()
                .getBean(Tenancy.class)
                .within(
                        customer.companyId(),
                        () -> apps.portal()
                                .getBean(Licences.class)
                                .consume(customer.companyId(), reservation, Ids.next(), customer.manager));
    }

    /** A report that nothing covers. */
    static UUID reportThere(Company customer) {
        return reportThere(apps, customer);
    }

    static UUID reportThere(BothApps apps, Company customer) {
        var document = Ids.next();
        apps.portal().getBean(Reports.class).receive(customer.companyId(), customer.manager, report(document), null);
        return document;
    }

    static byte[] report(UUID document) {
        return TEMPLATES.write(
                ReportOrder.of(DeviceKind.LAPTOP, ErasureState.ERASED, Instant.now())
                        .withId(document),
                new Random(document.getLeastSignificantBits()));
    }

    static String balanceHere(Company customer) {
        return String.valueOf(inCloud.text(
                "select remaining || '/' || reserved from licence_balance where pool_id = ?", customer.pool));
    }

    static String stateHere(UUID reservation) {
        return String.valueOf(inCloud.text("select state from reservation where reservation_id = ?", reservation));
    }

    static String tenantFreeze(Company customer) {
        return String.valueOf(inPortal.text("select state from tenant_freeze where tenant_id = ?", customer.id));
    }
}
