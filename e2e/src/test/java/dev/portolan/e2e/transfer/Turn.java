package dev.portolan.e2e.transfer;

/**
 * One thing that somebody does to a company's licences or reports.
 *
 * @param passing how many fault points of a move go by before it
 * @param inPortal where they try it
 * @param quantity of licences
 */
record Turn(int passing, Act act, boolean inPortal, int quantity) {

    enum Act {
        RESERVE,
        /** The reservation that has been open for longest. */
        RELEASE,
        /** The same, by a report. */
        CONSUME,
        /** Without a reservation. */
        REPORT,
        /** What was reported last, once more. */
        RESEND,
        GRANT,
        /** Reserves in the Cloud, with a transaction that stays open past the next step. */
        HOLD
    }
}
