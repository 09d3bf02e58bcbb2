package dev.portolan.portal.client;

import org.jspecify.annotations.Nullable;

/** A client that wants a token. */
record EnrolmentRequest(
        @Nullable String user,
        @Nullable String code,
        @Nullable ClientProgram client) {
    private static final int LONGEST_USER = 320;
    private static final int LONGEST_CODE = 60;

    String knownUser() {
        return Given.text(user, LONGEST_USER);
    }

    EnrolmentCode knownCode() {
        return new EnrolmentCode(Given.text(code, LONGEST_CODE));
    }

    ClientProgram knownClient() {
        return Given.given(client);
    }
}
