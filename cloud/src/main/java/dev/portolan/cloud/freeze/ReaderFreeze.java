package dev.portolan.cloud.freeze;

import dev.portolan.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The state of the reader's company, for the pages; in templates as {@code @readerFreeze}. */
@Component("readerFreeze")
class ReaderFreeze {
    private final Freeze freeze;
    private final String portalName;
    private final String portalUrl;

    ReaderFreeze(
            Freeze freeze,
            @Value("${portolan.product.portal}") String portalName,
            @Value("${portolan.portal-url}") String portalUrl) {
        this.freeze = freeze;
        this.portalName = portalName;
        this.portalUrl = portalUrl;
    }

    /** Null where nobody is signed in. */
    public @Nullable FreezeState state(@Nullable SignedIn reader) {
        return reader == null ? null : freeze.state(reader.company());
    }

    public String portalName() {
        return portalName;
    }

    public String portalUrl() {
        return portalUrl;
    }
}
