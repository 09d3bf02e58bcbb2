package dev.portolan.contract;

/**
 * How an erasure client reaches the Portal.
 *
 * @param endpoint base URL of the client protocol
 * @param user e-mail of the user it works for
 * @param enrolmentCode works once; never a password
 */
public record ClientSettings(String endpoint, String host, int port, boolean tls, String user, String enrolmentCode) {}
