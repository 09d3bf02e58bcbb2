package dev.portolan.crash.proxy;

/** Asked about the messages of one app's sessions; called by many threads. */
public interface DatabaseTap {
    /** Lets everything pass. */
    DatabaseTap OPEN = new DatabaseTap() {};

    /** Before a statement, or a piece of a COPY, goes to the server. */
    default Passage statement(Session session) {
        return Passage.PASS;
    }

    /** After the server has committed, before the app hears of it. */
    default Passage committed(Session session) {
        return Passage.PASS;
    }
}
