package dev.portolan.client;

import java.util.Set;

/** The service said no, for a reason with a stable code. */
final class Refused extends ClientFault {

    private static final Set<String> OF_THE_REPORT = Set.of("document_id_conflict", "report_unreadable");
    private static final Set<String> OF_THE_LICENCE = Set.of("licence_exhausted", "licence_expired", "unknown_product");
    private static final Set<String> KNOWN = Set.of(
            "unauthenticated",
            "account_read_only",
            "licence_exhausted",
            "licence_expired",
            "unknown_product",
            "document_id_conflict",
            "report_unreadable");

    private final transient Problem problem;

    Refused(Problem problem) {
        super(ExitCode.REFUSED, sentence(problem));
        this.problem = problem;
    }

    private static Text sentence(Problem problem) {
        if (!KNOWN.contains(problem.code()))
            return Text.of("refused.other", String.valueOf(problem.status()), problem.code(), problem.detail());
        return Text.of("refused." + problem.code(), problem.newEndpoint());
    }

    Problem problem() {
        return problem;
    }

    /** Whether another report could still be accepted. */
    boolean concernsThisReportOnly() {
        return OF_THE_REPORT.contains(problem.code());
    }

    /** Whether a repeated reservation was refused in a way that shows that the first one had not been granted. */
    boolean nothingWasReserved() {
        return OF_THE_LICENCE.contains(problem.code());
    }
}
