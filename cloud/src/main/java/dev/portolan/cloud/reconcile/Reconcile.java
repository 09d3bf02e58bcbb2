package dev.portolan.cloud.reconcile;

import dev.portolan.cloud.reconcile.Verdict.Agrees;
import dev.portolan.cloud.reconcile.Verdict.CopyAgain;
import dev.portolan.cloud.reconcile.Verdict.Person;
import dev.portolan.cloud.reconcile.Verdict.Unordered;
import dev.portolan.cloud.transfer.RestoredAccounts.Unknown;
import dev.portolan.contract.ComparedPortal;
import dev.portolan.contract.TenantPage;
import dev.portolan.contract.TransferBooks.Tenant;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.TransfersQuestion;
import dev.portolan.platform.restore.Closed;
import dev.portolan.platform.restore.RestoreWatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the epochs and outcomes of both sides, company by company. Nothing is changed where one asks only; where it is
 * applied, each company is set right for itself, and writes are taken again after the last.
 */
@Component
public class Reconcile {
    private static final Logger log = LoggerFactory.getLogger(Reconcile.class);
    private static final int AT_A_TIME = 200;

    private final RestoreWatch watch;
    private final Contact contact;
    private final ComparedPortal portal;
    private final CloudBooks books;
    private final Cures cures;
    private final OnlyThere onlyThere;

    Reconcile(
            RestoreWatch watch,
            Contact contact,
            ComparedPortal portal,
            CloudBooks books,
            Cures cures,
            OnlyThere onlyThere) {
        this.watch = watch;
        this.contact = contact;
        this.portal = portal;
        this.books = books;
        this.cures = cures;
        this.onlyThere = onlyThere;
    }

    /** Both sides take no writes from now on, because an operator knows of a restore that was not noticed. */
    public void restored() {
        watch.close(Closed.ASKED);
    }

    /**
     * Compares.
     *
     * @param apply whether to set right what differs; only while no writes are taken
     * @throws dev.portolan.contract.PortalUnreachable if the Portal does not answer: to be run again
     */
    public Report run(boolean apply) {
        contact.make();
        var told = contact.make();
        boolean closed = watch.standing().closed() != null;
        var sides = List.of(Words.cloud(watch.standing(), told.portal()), Words.portal(told.own(), told.portal()));
        var pass = new Pass(closed, apply && closed);
        pass.all();
        if (apply && closed) contact.reopen();
        return new Report(sides, pass.lines, pass.agreeing, pass.strangers, closed, apply && closed);
    }

    /** One way through all companies. */
    private final class Pass {
        private final boolean closed;
        private final boolean apply;
        private final List<Report.Line> lines = new ArrayList<>();
        private final List<UUID> strangers = new ArrayList<>();
        private long agreeing;

        Pass(boolean closed, boolean apply) {
            this.closed = closed;
            this.apply = apply;
        }

        void all() {
            var all = new TreeSet<>(books.companies());
            all.addAll(tenants());
            var some = new ArrayList<UUID>();
            for (var company : all) {
                some.add(company);
                if (some.size() == AT_A_TIME) compare(some);
            }
            compare(some);
        }

        private void compare(List<UUID> some) {
            if (some.isEmpty()) return;
            Map<UUID, Tenant> there = new HashMap<>();
            for (var tenant : portal.compare(new TransfersQuestion(some)).tenants()) there.put(tenant.tenant(), tenant);
            for (var company : some) {
                var tenant = there.getOrDefault(company, new Tenant(company, false, false, List.of()));
                books.read(company).ifPresentOrElse(side -> judge(side, tenant), () -> stranger(tenant));
            }
            some.clear();
        }

        private void stranger(Tenant tenant) {
            if (!tenant.transfers().isEmpty()) strangers.add(tenant.tenant());
        }

        private void judge(CloudSide side, Tenant tenant) {
            var verdict = Judgement.of(side, tenant, closed);
            if (verdict instanceof Agrees) {
                agreeing++;
                return;
            }
            long lost = onlyThere(side, verdict);
            List<Unknown> unknown = apply ? cures.apply(side, verdict) : cures.foresee(side, verdict);
            if (apply) log.info("reconciled company={} verdict={}", side.company(), verdict);
            lines.add(new Report.Line(
                    side.company(),
                    side.name(),
                    Words.differs(side, verdict),
                    Words.what(verdict),
                    Words.lost(verdict, unknown, lost),
                    verdict instanceof Person));
        }

        private long onlyThere(CloudSide side, Verdict verdict) {
            return switch (verdict) {
                case CopyAgain again when again.fence() > 0 -> onlyThere.count(again.order());
                case Unordered unordered ->
                    onlyThere.count(
                            new TransferTry(side.company(), unordered.transfer(), Math.max(unordered.fence(), 1)));
                default -> 0;
            };
        }

        private List<UUID> tenants() {
            var all = new ArrayList<UUID>();
            @Nullable UUID after = null;
            while (true) {
                var page = portal.tenants(new TenantPage(after, AT_A_TIME)).tenants();
                if (page.isEmpty()) return all;
                all.addAll(page);
                after = page.getLast();
            }
        }
    }
}
