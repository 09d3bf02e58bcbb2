package dev.portolan.web;

import org.jspecify.annotations.Nullable;

/** Who can sign in, as an app keeps them. */
public interface Accounts {

    /**
     * Finds who signs in with this address.
     *
     * @param email in lower case
     * @return null where nobody does, or where the account is disabled, suspended, or has no password yet
     */
    @Nullable
    Account find(String email);

    /** Notes a successful sign-in. */
    void signedIn(SignedIn person);

    /** Keeps the person's language and theme; null leaves the choice to the browser. */
    void keepTastes(SignedIn person, @Nullable String language, @Nullable String theme);

    /** A person and the hash of their password. */
    record Account(SignedIn person, String passwordHash) {}
}
