package dev.portolan.client;

/** Where a device is erased. */
interface Bench {
    /** Erases one device with {@code product} and answers with the signed report, XML. */
    byte[] erase(String product);
}
