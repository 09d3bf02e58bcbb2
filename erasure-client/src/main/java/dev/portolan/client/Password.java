package dev.portolan.client;

/** Where the password of a Cloud user comes from; asked only when it is needed. */
interface Password {
    String ask(String user) throws UsageFault;
}
