package dev.portolan.crash.proxy;

/** Asked about the messages from Cloud to Portal; called by many threads. */
public interface HttpTap {
    /** Lets everything pass. */
    HttpTap OPEN = new HttpTap() {};

    /** Before a request goes to the Portal. */
    default Passage request(Exchanged message) {
        return Passage.PASS;
    }

    /** After half of a request has reached the Portal. */
    default Passage middle(Exchanged message) {
        return Passage.PASS;
    }

    /** After the Portal has answered, before the Cloud hears of it. */
    default Passage answer(Exchanged message) {
        return Passage.PASS;
    }

    /**
     * A message under way.
     *
     * @param node the Cloud node that sent it
     * @param path below the exchange's base, such as {@code transfers/activate}
     * @param status what the Portal answered; 0 as long as it has not
     */
    record Exchanged(String node, String path, int status) {
        /** Whether the Portal has done what it was asked for. */
        public boolean done() {
            return status >= 200 && status < 300;
        }
    }
}
