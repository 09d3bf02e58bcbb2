package dev.portolan.upgrade.wizard;

import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.journey.Journey;
import dev.portolan.web.SignedIn;
import java.util.UUID;

/** Somebody at the wizard. */
public record Visit(SignedIn person, Journey journey) {
    public CompanyId company() {
        return person.company();
    }

    public UUID user() {
        return person.userId();
    }
}
