package dev.portolan.upgrade.certificate;

import dev.portolan.certificate.CertifiedReport;
import dev.portolan.certificate.Statement;
import dev.portolan.contract.TransferTry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a company had in the Cloud when it moved; the Cloud implements it. Every method expects a transaction bound to the
 * company.
 */
public interface Inventory {

    /** The company's name. */
    String name(UUID company);

    /** A user's name, if the company knows the user. */
    Optional<String> person(UUID company, UUID user);

    /**
     * Reports in scope in the order of their document ids.
     *
     * @param after the last id of the page before, null for the first page
     */
    List<CertifiedReport> reports(UUID company, Instant from, @Nullable UUID after, int limit);

    /** Their number and size by kind and state. */
    Figures figures(UUID company, Instant from);

    /** What left each pool. */
    List<Statement.Licence> licences(TransferTry order);

    /** Open reservations that moved, by id: id, pool, quantity. */
    List<List<String>> reservations(TransferTry order);

    /** Workflows, by id: id, name, SHA-256 of the definition in hex. */
    List<List<String>> workflows(TransferTry order);

    /** Sums over reports. */
    record Figures(
            List<Statement.Count> counts,
            long bytes,
            @Nullable Instant first,
            @Nullable Instant last) {
        public Figures {
            counts = List.copyOf(counts);
        }
    }
}
