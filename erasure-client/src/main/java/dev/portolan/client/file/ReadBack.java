package dev.portolan.client.file;

/** How sure it is that what was read back came from the drive. */
public enum ReadBack {
    /** By direct input, which does not pass the page cache. */
    DIRECT,
    /** After the system was asked to drop what it had cached. */
    CACHE_DROPPED,
    /** Perhaps from the page cache. */
    CACHED
}
