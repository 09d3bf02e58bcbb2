package dev.portolan.cloud.reconcile;

import dev.portolan.cloud.audit.Audit;
import dev.portolan.cloud.audit.AuditAct;
import dev.portolan.cloud.reconcile.Verdict.ActivationLost;
import dev.portolan.cloud.reconcile.Verdict.Agrees;
import dev.portolan.cloud.reconcile.Verdict.Behind;
import dev.portolan.cloud.reconcile.Verdict.CopyAgain;
import dev.portolan.cloud.reconcile.Verdict.Moved;
import dev.portolan.cloud.reconcile.Verdict.Person;
import dev.portolan.cloud.reconcile.Verdict.TenantLost;
import dev.portolan.cloud.reconcile.Verdict.Unordered;
import dev.portolan.cloud.transfer.RestoredAccounts;
import dev.portolan.cloud.transfer.RestoredAccounts.Unknown;
import dev.portolan.contract.ComparedPortal;
import dev.portolan.contract.Outcome.Decision;
import dev.portolan.contract.TransferTry;
import dev.portolan.migration.RestoredRuns.Found;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.stagetwo.RestoredTransfers;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what a comparison leads to. First what the Portal has to do, each message of which may be repeated, then one
 * commit in the Cloud; whoever is killed in between comes to the same verdict again.
 */
@Component
class Cures {
    private final Tenancy tenancy;
    private final RestoredAccounts accounts;
    private final RestoredTransfers transfers;
    private final CloudBooks books;
    private final OnlyThere onlyThere;
    private final ComparedPortal portal;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Cures(
            Tenancy tenancy,
            RestoredAccounts accounts,
            RestoredTransfers transfers,
            CloudBooks books,
            OnlyThere onlyThere,
            ComparedPortal portal,
            Audit audit,
            PlatformTransactionManager manager) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
        this.accounts = accounts;
        this.transfers = transfers;
        this.books = books;
        this.onlyThere = onlyThere;
        this.portal = portal;
    }

    /** @return what the Cloud did not know of the company's licences */
    List<Unknown> apply(CloudSide company, Verdict verdict) {
        var subject = new CompanyId(company.company());
        var unknown = apply(company, subject, verdict);
        tenancy.run(subject, () -> audit.note(subject, null, AuditAct.SET_RIGHT_AFTER_RESTORE, transfer(company)));
        return unknown;
    }

    private static @Nullable UUID transfer(CloudSide company) {
        return company.transfer() == null ? null : company.transfer().id();
    }

    private List<Unknown> apply(CloudSide company, CompanyId subject, Verdict verdict) {
        switch (verdict) {
            case Agrees _ -> {}
            case Behind behind -> tenancy.run(subject, () -> transfers.raise(run(company), behind.epoch()));
            case Moved moved -> {
                return moved(company, subject, moved);
            }
            case ActivationLost lost -> activationLost(company, subject, lost);
            case CopyAgain again -> copyAgain(company, subject, again);
            case Unordered unordered -> unordered(company, subject, unordered);
            case TenantLost _ -> tenantLost(company, subject);
            case Person _ -> hold(company, subject);
        }
        return List.of();
    }

    private static Found run(CloudSide company) {
        return Objects.requireNonNull(company.transfer()).run();
    }

    /** What {@link #apply} would answer; in a transaction that is taken back. */
    List<Unknown> foresee(CloudSide company, Verdict verdict) {
        if (!(verdict instanceof Moved moved)) return List.of();
        var arrived = portal.stock(moved.order());
        var subject = new CompanyId(company.company());
        return Objects.requireNonNull(transactions.execute(status -> {
            status.setRollbackOnly();
            return tenancy.within(subject, () -> accounts.moved(moved.order(), arrived));
        }));
    }

    private List<Unknown> moved(CloudSide company, CompanyId subject, Moved moved) {
        var arrived = portal.stock(moved.order());
        var runner = new CompanyId(company.runner());
        var by = books.manager(company.runner());
        return tenancy.within(subject, () -> {
            var unknown = accounts.moved(moved.order(), arrived);
            transfers.activated(runner, subject, moved.order().transfer(), moved.fence(), by, moved.completed());
            return unknown;
        });
    }

    private void activationLost(CloudSide company, CompanyId subject, ActivationLost lost) {
        if (lost.tenantStands()) bury(lost.order());
        tenancy.run(subject, () -> {
            accounts.back(lost.order());
            long fence = Math.max(lost.fence(), lost.order().epoch());
            if (lost.tenantStands()) transfers.again(run(company), subject, fence);
            else stageOneAgain(company, subject, fence);
        });
    }

    private void copyAgain(CloudSide company, CompanyId subject, CopyAgain again) {
        var run = Objects.requireNonNull(company.transfer());
        if (again.fence() > 0) onlyThere.keep(again.order());
        if (again.held() && again.fence() > 0) bury(again.order());
        tenancy.run(subject, () -> {
            if (again.held()) accounts.back(again.order());
            else if (!run.cancelled()) accounts.copyAgain(again.order());
            if (run.back()) transfers.raise(run.run(), again.fence());
            else transfers.again(run.run(), subject, again.fence());
        });
    }

    private void unordered(CloudSide company, CompanyId subject, Unordered unordered) {
        onlyThere.keep(new TransferTry(company.company(), unordered.transfer(), Math.max(unordered.fence(), 1)));
        var by = books.manager(company.runner());
        tenancy.run(
                subject,
                () -> transfers.unordered(
                        new CompanyId(company.runner()), subject, unordered.transfer(), unordered.fence(), by));
    }

    /** Nothing can be activated for a tenant that is not there, so the account comes back without asking. */
    private void tenantLost(CloudSide company, CompanyId subject) {
        tenancy.run(subject, () -> stageOneAgain(company, subject, 0));
    }

    private void stageOneAgain(CloudSide company, CompanyId subject, long fence) {
        var run = company.transfer();
        if (run != null) {
            var order = new TransferTry(company.company(), run.id(), Math.max(run.epoch(), 1));
            if (company.freeze().state().writable()) accounts.copyAgain(order);
            else accounts.back(order);
            transfers.ended(run.run(), subject, fence);
        }
        transfers.stageOneAgain(subject);
    }

    private void hold(CloudSide company, CompanyId subject) {
        var run = company.transfer();
        if (run == null || !company.freeze().state().writable()) return;
        var order = new TransferTry(
                company.company(), run.id(), Math.max(company.freeze().epoch(), 1));
        tenancy.run(subject, () -> accounts.hold(order));
    }

    private void bury(TransferTry order) {
        if (portal.bury(order).decision() == Decision.ACTIVATED)
            throw new IllegalStateException("activated meanwhile: " + order);
    }
}
