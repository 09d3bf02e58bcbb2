package dev.portolan.portal.proof;

import dev.portolan.contract.ProofAnswer;
import dev.portolan.contract.ProofQuestion;
import dev.portolan.contract.ProofRoot;
import dev.portolan.contract.ProvedReport;
import dev.portolan.contract.ReportCount;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.report.UnreadableReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers what stands in the Portal of a transfer. */
@Component
public class Proof {
    private final Tenancy tenancy;
    private final JdbcTemplate statements;
    private final ProofStore store;

    Proof(Tenancy tenancy, JdbcTemplate statements, ProofStore store) {
        this.tenancy = tenancy;
        this.statements = statements;
        this.store = store;
    }

    /** Reads the named reports, and keeps the root of what it read where a batch is named. */
    public ProofAnswer prove(ProofQuestion question) {
        // As people see it, hence in a transaction that opens no transfer.
        int seen = question.batch() == null
                ? question.documents().size()
                : tenancy.within(
                        new CompanyId(question.order().tenant()),
                        () -> store.seen(question.order(), question.documents()));
        return reading(question.order(), () -> {
            List<ProvedReport> proved = new ArrayList<>();
            int ofTransfer = 0;
            int damaged = 0;
            for (var stored : store.read(question.order(), question.documents())) {
                if (stored.ofTransfer()) ofTransfer++;
                var report = proved(stored);
                if (report.isDamaged()) damaged++;
                proved.add(report);
            }
            if (question.batch() != null)
                store.keep(question.order(), question.batch(), proved.size(), ProofRoot.of(proved));
            var elsewhere = store.elsewhere(question.documents());
            return new ProofAnswer(proved, ofTransfer, damaged, seen, elsewhere);
        });
    }

    private static ProvedReport proved(ProofStore.Stored stored) {
        byte[] original;
        try {
            original = ReportBody.stored(stored.body(), stored.dictionary()).original();
        } catch (UnreadableReport broken) {
            return ProvedReport.damaged(stored.document(), stored.receivedAt());
        }
        var report = new ProvedReport(
                stored.document(),
                Sha256.of(original).bytes(),
                Sha256.of(stored.receivedEntry()).bytes(),
                stored.receivedAt(),
                stored.columns());
        return stored.ofTransfer() ? report : report.bytesOnly();
    }

    /** Everything else that the transfer has brought, as it is stored. */
    public TransferStock stock(TransferTry order) {
        var stock = reading(
                order,
                () -> new TransferStock(
                        store.batches(order),
                        store.accounts(order),
                        store.reservations(order),
                        store.workflows(order),
                        store.defaultWorkflow(order).orElse(null),
                        0));
        return stock.seen(tenancy.within(new CompanyId(order.tenant()), () -> store.seenOf(order, stock.ids())));
    }

    /** How many reports the transfer has written, and whether the search finds them. */
    public ReportCount count(TransferTry order) {
        return reading(order, () -> store.count(order));
    }

    private <T> T reading(TransferTry order, Supplier<T> work) {
        return tenancy.within(new CompanyId(order.tenant()), () -> {
            // A UUID's text holds only hex digits and dashes, so it cannot leave the quotes.
            statements.execute("set local app.transfer to '" + order.transfer() + "'");
            return work.get();
        });
    }
}
