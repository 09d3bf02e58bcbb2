package dev.portolan.web;

import dev.portolan.platform.CompanyId;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person of a session: the principal of every authenticated request. It lives in the session, so it holds what a
 * page needs on every request and nothing that must be fresh (rights are read again where an act checks them).
 *
 * @param companyKind VENDOR, PARTNER or CUSTOMER
 * @param rights names of rights, as in the role's row
 * @param language "en", "de", or null where the browser decides
 * @param theme "light", "dark", or null where the browser decides
 * @param zone the time zone's id in which the person reads dates
 */
public record SignedIn(
        UUID userId,
        CompanyId company,
        String companyName,
        String companyKind,
        String email,
        String name,
        Set<String> rights,
        @Nullable String language,
        @Nullable String theme,
        String zone)
        implements Principal, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return email;
    }

    /** Whether the person's role had the right at sign-in; for showing and hiding, not for the check itself. */
    public boolean may(String right) {
        return rights.contains(right);
    }

    /** The same person after a change of language or theme. */
    public SignedIn withTastes(@Nullable String newLanguage, @Nullable String newTheme) {
        return new SignedIn(
                userId, company, companyName, companyKind, email, name, rights, newLanguage, newTheme, zone);
    }

    /** The same person under a new name. */
    public SignedIn withName(String newName) {
        return new SignedIn(userId, company, companyName, companyKind, email, newName, rights, language, theme, zone);
    }
}
