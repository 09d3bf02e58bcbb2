package dev.portolan.certificate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says. Amounts are decimals as text, digests SHA-256 in lower-case hex.
 *
 * @param type names the form, {@link #TYPE}
 * @param id of this certificate
 * @param revokes set in a successor that takes an earlier certificate back; then everything else repeats what is revoked
 */
public record Statement(
        String type,
        UUID id,
        Instant issuedAt,
        Environment from,
        Environment to,
        Party company,
        Order order,
        Scope scope,
        Transfer transfer,
        Reports reports,
        List<Licence> licences,
        Rest rest,
        @Nullable Revocation revokes) {
    public static final String TYPE = "portolan-transfer-certificate/1";

    public Statement {
        licences = List.copyOf(licences);
    }

    /** One of the two systems, by the name its users know. */
    public record Environment(String name, String url) {}

    /** A company or a person. */
    public record Party(UUID id, String name) {}

    /** By whose order: the company that runs the transfer, the person, and when. */
    public record Order(Party company, Party person, Instant at) {}

    /**
     * Which reports: received from this moment on, until the account was frozen.
     *
     * @param months how many were chosen; 0 means no reports
     * @param zone in which the first day begins
     * @param from the first moment, null for no reports
     * @param until the moment of the activation, before which the account took no more
     */
    public record Scope(int months, String zone, @Nullable Instant from, Instant until) {}

    /**
     * The transfer and how it ended.
     *
     * @param epoch the try that was activated
     * @param outcome {@code ACTIVATED}
     * @param provedAt when both sides had been compared once more and found equal
     */
    public record Transfer(UUID id, long epoch, String outcome, Instant activatedAt, Instant provedAt) {}

    /**
     * The reports.
     *
     * @param bytes of the originals
     * @param first when the earliest was received, null where there is none
     * @param root over the leaves in the order of their document ids (RFC 9162)
     */
    public record Reports(
            long count,
            long bytes,
            @Nullable Instant first,
            @Nullable Instant last,
            List<Count> counts,
            String root) {
        public Reports {
            counts = List.copyOf(counts);
        }
    }

    /** How many reports of a kind and state. */
    public record Count(String kind, String state, long count) {}

    /** What moved of one pool. */
    public record Licence(UUID pool, String name, String product, String remaining, String reserved) {
        public BigDecimal amountRemaining() {
            return new BigDecimal(remaining);
        }

        public BigDecimal amountReserved() {
            return new BigDecimal(reserved);
        }
    }

    /**
     * Everything else. Each digest is over the canonical form (RFC 8785) of a list ordered by id.
     *
     * @param users people of the company who have an account in the new environment
     */
    public record Rest(int reservations, String reservationsDigest, int workflows, String workflowsDigest, int users) {}

    /** Which certificate is taken back, by whose order, when. */
    public record Revocation(UUID certificate, Instant certificateIssuedAt, Party by, Instant at) {}

    /** Whether this is a successor that takes another one back. */
    public boolean revocation() {
        return revokes != null;
    }
}
