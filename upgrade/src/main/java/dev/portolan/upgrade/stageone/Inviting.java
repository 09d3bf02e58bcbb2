package dev.portolan.upgrade.stageone;

import dev.portolan.contract.InvitationOrder;
import dev.portolan.contract.ManagementPortal;
import dev.portolan.contract.TenantAccess.MailFate;
import dev.portolan.contract.TenantAccess.Person;
import dev.portolan.migration.AgainLater;
import dev.portolan.migration.Backoff;
import dev.portolan.migration.Run;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has the Portal invite people, and waits until each mail was handed over or finally refused. */
@Component
public class Inviting {
    private final ManagementPortal portal;

    Inviting(ManagementPortal portal) {
        this.portal = portal;
    }

    /** Invites whoever has no invitation yet; asked first, so that nobody is mailed twice. */
    public void invite(Run run) {
        var users = people(run).stream()
                .filter(person -> person.mail() == MailFate.NONE && person.signedUpAt() == null)
                .map(Person::user)
                .sorted()
                .toList();
        if (!users.isEmpty()) send(run, users, run.id() + ":" + users);
    }

    void waitUntilSettled(Run run) {
        long queued = people(run).stream()
                .filter(person -> person.mail() == MailFate.QUEUED)
                .count();
        if (queued > 0) throw new AgainLater("invitations_on_their_way", Backoff.PATIENT, null, Long.toString(queued));
    }

    void inviteAgain(Run run) {
        var users = Arrays.stream(
                        Objects.requireNonNull(run.term(StageOneRuns.USERS)).split(","))
                .map(UUID::fromString)
                .toList();
        send(run, users, Objects.requireNonNull(run.term(StageOneRuns.ORDER)));
    }

    private void send(Run run, List<UUID> users, String order) {
        var id = UUID.nameUUIDFromBytes(order.getBytes(StandardCharsets.UTF_8));
        Asking.of(() -> portal.invite(new InvitationOrder(run.subject().value(), id, users)));
    }

    private List<Person> people(Run run) {
        return Asking.of(() -> portal.access(run.subject().value())).people();
    }
}
