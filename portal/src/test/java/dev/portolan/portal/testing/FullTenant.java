package dev.portolan.portal.testing;

import dev.portolan.ledger.Quantity;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.portal.api.ApiKeys;
import dev.portolan.portal.client.EnrolmentCodes;
import dev.portolan.portal.invitation.Invitations;
import dev.portolan.portal.licence.Licences;
import dev.portolan.portal.licence.ReserveCommand;
import dev.portolan.portal.report.Reports;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;

/** Makes a partner that has one of everything, for walks over all pages. */
@TestComponent
public class FullTenant {
    private static final String PC = "Drive Eraser - PC Edition";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final World world;
    private final Reports reports;
    private final Licences licences;
    private final Invitations invitations;
    private final ApiKeys keys;
    private final EnrolmentCodes codes;
    private final TestCertificates certificates;

    FullTenant(
            World world,
            Reports reports,
            Licences licences,
            Invitations invitations,
            ApiKeys keys,
            EnrolmentCodes codes,
            TestCertificates certificates) {
        this.world = world;
        this.reports = reports;
        this.licences = licences;
        this.invitations = invitations;
        this.keys = keys;
        this.codes = codes;
        this.certificates = certificates;
    }

    /** What was made; {@code secrets} are words that no other tenant may ever see. */
    public record Made(
            CompanyId tenant,
            Person manager,
            Person invitee,
            Person colleague,
            Person disabled,
            CompanyId customer,
            UUID pool,
            UUID report,
            UUID reservation,
            UUID apiKeyId,
            String apiKey,
            String clientToken,
            UUID clientId,
            UUID managerRole,
            UUID spareKeyId,
            UUID spareReservation,
            String linkToken,
            CompanyId stranger,
            List<String> secrets) {

        /** The same with the token of the invitee's link, and the tenant of who has stolen it. */
        public Made with(String token, CompanyId thief) {
            return new Made(
                    tenant,
                    manager,
                    invitee,
                    colleague,
                    disabled,
                    customer,
                    pool,
                    report,
                    reservation,
                    apiKeyId,
                    apiKey,
                    clientToken,
                    clientId,
                    managerRole,
                    spareKeyId,
                    spareReservation,
                    token,
                    thief,
                    secrets);
        }
    }

    /** @param name the company's; everything that is its own carries it */
    public Made make(String name, int port) {
        var tenant = world.tenant(name, "PARTNER", "en");
        var manager = world.user(tenant, "Margit " + name, "MANAGER", true);
        var invitee = world.user(tenant, "Ines " + name, "MANAGER", false);
        var colleague = world.user(tenant, "Carl " + name, "BASIC_USER", true);
        var disabled = world.user(tenant, "Dora " + name, "BASIC_USER", true);
        invitations.invite(tenant, invitee.id());
        var customer = world.customer("Customer of " + name);
        invitations.invite(
                customer, world.user(customer, "Kurt " + name, "MANAGER", false).id());
        world.pool(customer, PC, "7", null);
        world.manages(tenant, customer, "Customer of " + name, "STAGE_ONE");
        var pool = world.pool(tenant, PC, "100", LocalDate.parse("2099-12-31"));
        world.pool(tenant, "Mobile Device Eraser - Erasure", "5", LocalDate.parse("2020-12-31"));
        world.pool(tenant, PC, "TRIAL", "5", null);
        var clientId = Ids.next();
        var token = enrol(port, manager, clientId);
        var open = reserve(manager, clientId);
        var spare = reserve(manager, clientId);
        var report = reports(manager, clientId);
        certificates.issue(tenant, name, report);
        certificates.issue(customer, "Customer of " + name, report);
        var key = keys.make(tenant, manager.id(), "Key of " + name);
        var keyId = keys.list(tenant).getFirst().keyId();
        keys.make(tenant, manager.id(), "Spare of " + name);
        var spareKey = keys.list(tenant).getFirst().keyId();
        return new Made(
                tenant,
                manager,
                invitee,
                colleague,
                disabled,
                customer,
                pool,
                report,
                open,
                keyId,
                key,
                token,
                clientId,
                world.role(tenant, "MANAGER"),
                spareKey,
                spare,
                "",
                tenant,
                List.of(name, report.toString(), pool.toString(), keyId.toString(), key, clientId.toString()));
    }

    private UUID reserve(Person person, UUID client) {
        return licences.reserve(person.tenant(), new ReserveCommand(PC, Quantity.ONE, Ids.next(), client, person.id()))
                .id();
    }

    private UUID reports(Person person, UUID client) {
        var last = UUID.randomUUID();
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var devices = DeviceKind.values();
        for (int i = 0; i < 12; i++) {
            last = UUID.randomUUID();
            var state = i % 5 == 3
                    ? ErasureState.NOT_ERASED
                    : i % 7 == 5 ? ErasureState.ERASED_WITH_EXCEPTIONS : ErasureState.ERASED;
            var bytes = TestReports.report(last, devices[i % devices.length], state, now.minusSeconds(3600L * i));
            reports.receive(person.tenant(), person.id(), bytes, i % 2 == 0 ? reserve(person, client) : null);
        }
        return last;
    }

    private String enrol(int port, Person person, UUID client) {
        var answer = new Program(port, Map.of()).json("POST", "/v1/client/enrolments", """
                {"user":"%s","code":"%s","client":{"id":"%s","name":"simulator","version":"1.0"}}
                """.formatted(
                        person.email(), codes.make(person.tenant(), person.id()), client));
        var token = TOKEN.matcher(answer.body());
        if (!token.find()) throw new AssertionError("cannot enrol: " + answer.body());
        return token.group(1);
    }
}
