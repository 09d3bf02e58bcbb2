package dev.portolan.client;

import java.net.URI;

/** Where and as whom the client speaks; downloaded from the environment, never holds a password. */
sealed interface Settings {

    /** Without a slash at its end. */
    URI endpoint();

    /** The e-mail address of the user. */
    String user();

    record Cloud(URI endpoint, String user) implements Settings {}

    /** @param enrolmentCode works once, for this user */
    record Portal(URI endpoint, String user, String enrolmentCode) implements Settings {}
}
