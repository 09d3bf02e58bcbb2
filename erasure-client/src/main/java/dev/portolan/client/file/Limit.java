package dev.portolan.client.file;

/**
 * Why overwriting a file does not prove that its content is gone. A file with any of them is refused, or erased with these
 * exceptions where a person accepts that; it is never "Erased".
 */
public enum Limit {
    /** The drive writes elsewhere than it read. */
    SOLID_STATE,
    /** What lies beneath a virtual disk is not seen from inside. */
    VIRTUAL_DISK,
    /** Sticks and cards are flash, and many say that they are not. */
    REMOVABLE,
    /** Volumes that can be thin or have snapshots, and images in other files. */
    LAYERED_DEVICE,
    /** Shingled drives with zones. */
    ZONED,
    DEVICE_UNKNOWN,
    COPY_ON_WRITE,
    MEMORY,
    NETWORK,
    FILE_SYSTEM_UNKNOWN,
    /** File content passes through the journal too. */
    DATA_JOURNAL,
    /** Mounted so that fsync does not reach the drive's medium. */
    NO_BARRIERS,
    HARD_LINKS,
    SPARSE,
    COMPRESSED,
    /** Blocks that other files or snapshots have too. */
    SHARED_BLOCKS,
    /** So small that its content lies among the file system's own data. */
    INLINE,
    /** The file system does not say where the file lies. */
    PLACE_UNSEEN
}
