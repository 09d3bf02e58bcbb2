package dev.portolan.platform;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions bound to one company. Row-level security compares every row with the bound company and shows nothing
 * where none is bound, so each read and write of a company's rows runs in here.
 *
 * <p>The binding is the statement {@code set local}, not {@code set_config}: only the statement is passed on to the
 * workers of a distributed PostgreSQL, and it ends with the transaction.
 */
public final class Tenancy {
    private static final Object BOUND = Tenancy.class;

    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;

    public Tenancy(PlatformTransactionManager manager, DataSource source) {
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = new JdbcTemplate(source);
    }

    /**
     * Runs the work in a transaction bound to the company. Inside a running transaction the work joins it and is bound
     * to the given company until it returns; then the earlier binding holds again. So rows of two companies (a
     * customer's own, and its partner's view of it) can be written in one commit.
     */
    public <T extends @Nullable Object> T within(CompanyId company, Supplier<T> work) {
        return transactions.execute(status -> {
            var outer = (CompanyId) TransactionSynchronizationManager.getResource(BOUND);
            bind(company, outer);
            T result = work.get();
            if (outer != null) bind(outer, company);
            return result;
        });
    }

    /** As {@link #within}, for work without a result. */
    public void run(CompanyId company, Runnable work) {
        within(company, () -> {
            work.run();
            return null;
        });
    }

    /** The company the running transaction is bound to, or null where there is none. */
    public static @Nullable CompanyId bound() {
        return (CompanyId) TransactionSynchronizationManager.getResource(BOUND);
    }

    private void bind(CompanyId company, @Nullable CompanyId before) {
        if (company.equals(before)) return;
        // A UUID's text holds only hex digits and dashes, so it cannot leave the quotes.
        jdbc.execute("set local app.tenant to '" + Objects.requireNonNull(company) + "'");
        if (before == null) TransactionSynchronizationManager.registerSynchronization(new Unbind());
        else TransactionSynchronizationManager.unbindResource(BOUND);
        TransactionSynchronizationManager.bindResource(BOUND, company);
    }

    /** Forgets the binding with the end of its transaction, on success and on failure. */
    private static final class Unbind implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(BOUND);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(BOUND);
        }
    }
}
