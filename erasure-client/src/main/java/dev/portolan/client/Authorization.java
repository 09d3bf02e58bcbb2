package dev.portolan.client;

/** The value of the header of that name. */
interface Authorization {
    String value() throws ClientFault;
}
