package dev.portolan.client.file;

/** Is told how far an erasure is. */
public interface Watcher {

    /** So many more bytes were written. */
    void wrote(int pass, long bytes);

    /** So many more bytes were read back and found right. */
    void verified(long bytes);
}
