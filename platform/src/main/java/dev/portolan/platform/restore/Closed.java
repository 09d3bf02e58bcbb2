package dev.portolan.platform.restore;

/** Why a side takes no writes. */
public enum Closed {
    /** It runs on another server, timeline or database than before: open again as soon as the other side misses nothing. */
    MOVED,
    /** The other side remembers what this one does not know: it was restored. */
    BEHIND,
    /** The other side is closed. */
    PEER,
    /** An operator has said so. */
    ASKED;

    /** Whether the other side is to be closed too: it is, until both were compared, for a reason of this side's own. */
    public boolean toBeTold() {
        return this == BEHIND || this == ASKED;
    }
}
