package dev.portolan.cloud.upgrade;

import dev.portolan.contract.ClientSettings;
import dev.portolan.contract.CompanyAnswer;
import dev.portolan.contract.CompanyQuestion;
import dev.portolan.contract.Done;
import dev.portolan.contract.InvitationOrder;
import dev.portolan.contract.ManagementPortal;
import dev.portolan.contract.PeopleProvision;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.contract.TenantAccess;
import dev.portolan.contract.TenantAccess.MailFate;
import dev.portolan.contract.TenantAccess.Person;
import dev.portolan.contract.TenantProvision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Portal in memory, with the answers a test gives it. */
final class FakePortal implements ManagementPortal {
    final Map<UUID, List<Person>> people = new ConcurrentHashMap<>();
    final Set<String> takenEmails = ConcurrentHashMap.newKeySet();
    final Set<String> takenNames = ConcurrentHashMap.newKeySet();
    final List<CompanyQuestion> questions = new CopyOnWriteArrayList<>();
    private volatile int codes;
    volatile boolean silent;

    @Override
    public CompanyAnswer check(CompanyQuestion question) {
        answering();
        questions.add(question);
        return new CompanyAnswer(
                people.containsKey(question.tenant()),
                !takenNames.contains(question.name()),
                question.emails().stream().filter(takenEmails::contains).toList(),
                List.of());
    }

    @Override
    public Done provision(TenantProvision tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Done provision(PeopleProvision people) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Done invite(InvitationOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TenantAccess access(UUID tenant) {
        answering();
        return new TenantAccess(tenant, people.containsKey(tenant), people.getOrDefault(tenant, List.of()));
    }

    @Override
    public ClientSettings clientSettings(UUID tenant, UUID user) {
        answering();
        return new ClientSettings(
                "https://portal.example/v1/client", "portal.example", 443, true, "a@company.example", "CODE" + ++codes);
    }

    int codes() {
        return codes;
    }

    /** Somebody with an invitation that reached them, who perhaps has signed in. */
    static Person person(UUID user, String name, String role, boolean signedIn) {
        var at = Instant.parse("2026-11-20T10:00:00Z");
        return new Person(
                user,
                name.toLowerCase().replace(' ', '.') + "@company.example",
                name,
                role,
                MailFate.HANDED_OVER,
                null,
                at,
                signedIn ? at : null,
                signedIn ? at : null);
    }

    private void answering() {
        if (silent) throw new PortalUnreachable("out of order");
    }
}
