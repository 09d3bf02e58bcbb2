package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Both apps with a partner of the class's own whose stage one is done; a customer for each test. Licences are looked up at
 * every fault point, and in the end at every commit.
 */
@ExtendWith(Pair.Shared.class)
abstract class TransferCase {
    static BothApps apps;
    static Wire wire;
    static ApplicationContext cloud;
    static Points points;
    static Look inCloud;
    static Look inPortal;
    static Licences licences;
    static CommitJournal journal;
    static Company partner;

    @BeforeAll
    static void start(Pair pair, TestInfo test) {
        begin(pair, test.getDisplayName());
    }

    static void begin(Pair pair, String name) {
        apps = pair.apps;
        wire = pair.wire;
        cloud = pair.cloud;
        points = pair.points;
        inCloud = pair.inCloud;
        inPortal = pair.inPortal;
        licences = pair.licences;
        journal = pair.journal;
        partner = new Company(inCloud, "partner-of-" + name.toLowerCase(Locale.ROOT), null);
        new Orders(cloud).stageOne(partner, partner, SetUpOptions.DEFAULT);
        BothApps.await("the partner", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(partner.id)));
    }

    static void move(String from, String into, Company customer) {
        inPortal.jdbc
                .sql("with gone as (delete from " + from + " where report_id = (select min(report_id::text)::uuid from "
                        + from + " where tenant_id = ?) returning *) insert into " + into + " select * from gone")
                .params(customer.id)
                .update();
    }

    /** As the app's ordinary role sees it, bound to the tenant. */
    static long usableInPortal(Company customer) {
        return apps.portal()
                .getBean(Tenancy.class)
                .within(
                        customer.companyId(),
                        () -> apps.portal()
                                .getBean(JdbcClient.class)
                                .sql(
                                        "select coalesce(sum(b.remaining + b.reserved), 0)::bigint from licence_balance b join licence_pool p using (tenant_id, pool_id) where p.kind = 'OWN'")
                                .query(Long.class)
                                .single());
    }

    static void refused(String code, Runnable message) {
        Assertions.assertThatThrownBy(message::run)
                .isInstanceOfSatisfying(
                        PortalRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    static Company customer(String name) {
        var customer = new Company(inCloud, name, partner);
        new Orders(cloud).stageOne(partner, customer, SetUpOptions.DEFAULT);
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(customer.id)));
        return customer;
    }

    static void transfer(Company customer, String end) {
        new Orders(cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        try {
            BothApps.await(end, () -> end.equals(inCloud.state(customer.id)));
        } catch (AssertionError late) {
            throw new AssertionError(inCloud.state(customer.id) + " " + inCloud.runs(), late);
        }
        journal.requireBalanced(customer.id);
    }

    static String freeze(Company customer) {
        return inCloud.text("select state from company_freeze where company_id = ?", customer.id);
    }

    /** Digests computed by the database over what the Portal stores, against what the Cloud stores. */
    static void requireSameReports(Company customer, int expected) {
        requireSameReports(inCloud, inPortal, customer, expected);
    }

    static void requireSameReports(Look inCloud, Look inPortal, Company customer, int expected) {
        var sql =
                "select count(*) || ':' || md5(string_agg(document_id::text || encode(sha256(body), 'hex') || encode(received_entry, 'hex') || received_at || fields::text, ',' order by document_id)) from report where ";
        var here = inCloud.text(sql + "company_id = ? and received_at >= now() - interval '370 days'", customer.id);
        var there = inPortal.text(sql + "tenant_id = ?", customer.id);
        assertThat(there).startsWith(expected + ":").isEqualTo(here);
    }

    static long seenInPortal(Company customer, String table) {
        return apps.portal()
                .getBean(Tenancy.class)
                .within(
                        customer.companyId(),
                        () -> apps.portal()
                                .getBean(JdbcClient.class)
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single());
    }

    static void copyOneToPortal(Company customer, String digest) {
        var row = inCloud.jdbc
                .sql(
                        "select document_id, digest, size, body, received_entry, received_at, fields::text as fields from report where company_id = ? limit 1")
                .params(customer.id)
                .query()
                .singleRow();
        inPortal.jdbc
                .sql(
                        "insert into report (tenant_id, report_id, document_id, received_at, kind, product, product_version, state, signature_state, cover, digest, size, body, received_entry, fields) select ?, ?, ?, ?, 'COMPUTER', 'p', '1', 'ERASED', 'VERIFIED', 'NONE', "
                                + (digest.equals("digest")
                                        ? "cast(? as bytea)"
                                        : "sha256(cast(? as bytea) || 'x'::bytea)")
                                + ", ?, ?, ?, cast(? as jsonb)")
                .params(
                        customer.id,
                        Ids.next(),
                        row.get("document_id"),
                        row.get("received_at"),
                        row.get("digest"),
                        row.get("size"),
                        row.get("body"),
                        row.get("received_entry"),
                        row.get("fields"))
                .update();
    }

    static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
