package dev.portolan.upgrade.access;

import dev.portolan.contract.ClientSettings;
import dev.portolan.contract.CompanyAnswer;
import dev.portolan.contract.CompanyQuestion;
import dev.portolan.contract.ManagementPortal;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.contract.TenantAccess;
import dev.portolan.platform.CompanyId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The Portal as the wizard's pages ask it: an answer, or none at the moment. Never called inside a transaction. */
@Component
public class PortalLink {
    private static final Logger log = LoggerFactory.getLogger(PortalLink.class);

    private final ObjectProvider<ManagementPortal> portal;
    private final ConcurrentHashMap<CompanyId, ClientSettings> shown = new ConcurrentHashMap<>();

    PortalLink(ObjectProvider<ManagementPortal> portal) {
        this.portal = portal;
    }

    /** @throws PortalUnreachable if it does not answer; @throws PortalRefusal if it refuses */
    public CompanyAnswer check(CompanyQuestion question) {
        return portal().check(question);
    }

    /** Who of the company gets in; empty where the Portal does not answer. */
    public Optional<TenantAccess> access(CompanyId company) {
        try {
            return Optional.of(portal().access(company.value()));
        } catch (PortalUnreachable | PortalRefusal silent) {
            log.warn("portal gives no access list company={} why={}", company, silent.getMessage());
            return Optional.empty();
        }
    }

    /** Settings with a code that works once; empty where the Portal does not answer. */
    public Optional<ClientSettings> newSettings(CompanyId company, UUID user) {
        try {
            var settings = portal().clientSettings(company.value(), user);
            shown.put(company, settings);
            return Optional.of(settings);
        } catch (PortalUnreachable | PortalRefusal silent) {
            log.warn("portal gives no client settings company={} why={}", company, silent.getMessage());
            return Optional.empty();
        }
    }

    /** Endpoint, port and TLS to show on a page; remembered, since each question makes a code. */
    public Optional<ClientSettings> settings(CompanyId company, UUID user) {
        if (shown.size() > 10_000) shown.clear();
        var known = shown.get(company);
        return known != null ? Optional.of(known) : newSettings(company, user);
    }

    private ManagementPortal portal() {
        return portal.getIfAvailable(() -> {
            throw new PortalUnreachable("no Portal is configured");
        });
    }
}
