package dev.portolan.e2e.transfer;

import static dev.portolan.e2e.transfer.WizardOwner.name;
import static dev.portolan.upgrade.status.MigrationEvent.STAGE_ONE_ORDERED;
import static dev.portolan.upgrade.status.MigrationEvent.TRANSFER_CANCELLED;
import static dev.portolan.upgrade.status.MigrationEvent.TRANSFER_ORDERED;
import static dev.portolan.upgrade.status.MigrationEvent.UNDO_ORDERED;
import static dev.portolan.upgrade.status.MigrationEvent.VALIDATION_STARTED;
import static dev.portolan.upgrade.status.MigrationState.MIGRATION_COMPLETED;
import static dev.portolan.upgrade.status.MigrationState.NOT_ELIGIBLE;
import static dev.portolan.upgrade.status.MigrationState.STAGE_ONE_COMPLETED;
import static dev.portolan.upgrade.status.MigrationState.STAGE_ONE_FAILED;
import static dev.portolan.upgrade.status.MigrationState.STAGE_ONE_PENDING;
import static dev.portolan.upgrade.status.MigrationState.STAGE_TWO_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.e2e.transfer.WizardAct.Strangers;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every request of the wizard for whose success the owner needs the Portal, in an order in which each can succeed. */
final class WizardActs {
    private final WizardOwner owner;
    private final Company partner;
    private final Company customer;

    WizardActs(WizardOwner owner) {
        this.owner = owner;
        partner = owner.partner;
        customer = owner.customer;
    }

    List<WizardAct> all() {
        return Stream.of(pages(), access(), one(), selected(), transfers(), certificates(), undo())
                .flatMap(List::stream)
                .toList();
    }

    private List<WizardAct> pages() {
        return List.of(
                page("/upgrade/manage-customers", "", Strangers.LED_BACK, shows(customer.id.toString())),
                page(
                        "/upgrade/manage-customers",
                        "?q=" + name(customer) + "&state=STAGE_ONE_COMPLETED",
                        Strangers.LED_BACK,
                        shows(customer.id.toString())),
                page("/upgrade/summary", "", Strangers.LED_BACK, shows(name(customer))),
                page("/upgrade/summary/download", "", Strangers.OWN, shows("\"" + name(customer) + "\"")),
                page("/upgrade/verify-access/people", "", Strangers.OWN, shows(partner.email("auditor"))),
                new WizardAct(
                        "GET /upgrade/customers/{customer}",
                        of(""),
                        Map.of(),
                        Strangers.REFUSED,
                        () -> {},
                        shows(customer.email("auditor"))));
    }

    private List<WizardAct> access() {
        return List.of(
                wizard("/upgrade/verify-access/settings", owner::countClientCodes, answer -> {
                    assertThat(answer.body()).contains("\"enrolmentCode\"");
                    assertThat(owner.hasNewClientCode()).isTrue();
                }),
                wizard(
                        "/upgrade/verify-access/retry",
                        () -> owner.put(partner, STAGE_ONE_FAILED),
                        leads("/upgrade/verify-access", moves(partner, STAGE_ONE_ORDERED, STAGE_ONE_COMPLETED))),
                wizard(
                        "/upgrade/verify-access/invitations",
                        () -> owner.countMails(partner),
                        leads("/upgrade/verify-access", mailed(partner))));
    }

    private List<WizardAct> one() {
        return List.of(
                one("/validations", NOT_ELIGIBLE, moves(customer, VALIDATION_STARTED, STAGE_ONE_PENDING)),
                one("/retry", STAGE_ONE_FAILED, moves(customer, STAGE_ONE_ORDERED, STAGE_ONE_COMPLETED)),
                one(
                        "/cancellation",
                        () -> owner.orderPaused(customer),
                        moves(customer, TRANSFER_CANCELLED, STAGE_ONE_COMPLETED)),
                one("/invitations", () -> owner.countMails(customer), mailed(customer)));
    }

    private List<WizardAct> selected() {
        var id = customer.id.toString();
        return List.of(
                selected("/upgrade/customers/changes", Map.of("seen", id + ":0"), STAGE_ONE_COMPLETED, shows(id)),
                selected(
                        "/upgrade/customers/confirmation",
                        Map.of("act", "TRANSFER", "customer", id),
                        STAGE_ONE_COMPLETED,
                        shows(name(customer))),
                new WizardAct(
                        "POST /upgrade/customers/confirmation",
                        "/upgrade/customers/confirmation",
                        Map.of("act", "TRANSFER", "all", "yes", "q", name(customer)),
                        Strangers.OWN,
                        () -> owner.put(customer, STAGE_ONE_COMPLETED),
                        shows(id)),
                selected(
                        "/upgrade/customers/validations",
                        Map.of("customers", id),
                        NOT_ELIGIBLE,
                        leads("/upgrade/manage-customers", moves(customer, VALIDATION_STARTED, STAGE_ONE_PENDING))),
                selected(
                        "/upgrade/invitations",
                        Map.of("customers", id),
                        STAGE_ONE_PENDING,
                        leads("/upgrade/manage-customers", moves(customer, STAGE_ONE_ORDERED, STAGE_ONE_COMPLETED))));
    }

    /** Last, since a company that has moved acts no more. */
    private List<WizardAct> transfers() {
        return List.of(
                selected(
                        "/upgrade/transfers",
                        Map.of("customers", customer.id.toString(), "withoutManager", "yes"),
                        STAGE_ONE_COMPLETED,
                        leads("/upgrade/manage-customers", moves(customer, TRANSFER_ORDERED, MIGRATION_COMPLETED))),
                wizard(
                        "/upgrade/summary/retry",
                        () -> owner.put(partner, STAGE_TWO_FAILED),
                        leads("/upgrade/summary", moves(partner, TRANSFER_ORDERED, MIGRATION_COMPLETED))));
    }

    /** What a completed transfer leaves to show. */
    private List<WizardAct> certificates() {
        return List.of(
                certificate("", "", shows(name(customer))),
                certificate(".json", "", shows("\"signature\"")),
                certificate(
                        ".pdf", "", answer -> assertThat(answer.statusCode()).isEqualTo(200)),
                certificate("/proof", "?report=" + owner.document, shows(owner.document.toString())));
    }

    /** After which there is no certificate any more. */
    private List<WizardAct> undo() {
        return List.of(
                new WizardAct(
                        "GET /upgrade/customers/{customer}/undo",
                        of("/undo"),
                        Map.of(),
                        Strangers.REFUSED,
                        () -> owner.put(customer, MIGRATION_COMPLETED),
                        shows(name(customer))),
                new WizardAct(
                        "POST /upgrade/customers/{customer}/undo",
                        of("/undo"),
                        Map.of("understood", "yes"),
                        Strangers.REFUSED,
                        () -> owner.put(customer, MIGRATION_COMPLETED),
                        leads(of(""), moves(customer, UNDO_ORDERED, STAGE_ONE_COMPLETED))));
    }

    private WizardAct certificate(String form, String query, Consumer<HttpResponse<String>> effect) {
        return new WizardAct(
                "GET /upgrade/companies/{company}/certificate" + form,
                "/upgrade/companies/" + customer.id + "/certificate" + form + query,
                Map.of(),
                Strangers.REFUSED,
                () -> {},
                effect);
    }

    private static WizardAct page(
            String path, String query, Strangers strangers, Consumer<HttpResponse<String>> effect) {
        return new WizardAct("GET " + path, path + query, Map.of(), strangers, () -> {}, effect);
    }

    private static WizardAct wizard(String path, Runnable arrange, Consumer<HttpResponse<String>> effect) {
        return new WizardAct("POST " + path, path, Map.of(), Strangers.OWN, arrange, effect);
    }

    private WizardAct one(String act, MigrationState from, Runnable effect) {
        return one(act, () -> owner.put(customer, from), effect);
    }

    private WizardAct one(String act, Runnable arrange, Runnable effect) {
        return new WizardAct(
                "POST /upgrade/customers/{customer}" + act,
                of(act),
                Map.of(),
                Strangers.REFUSED,
                arrange,
                leads(of(""), effect));
    }

    private WizardAct selected(
            String path, Map<String, String> fields, MigrationState from, Consumer<HttpResponse<String>> effect) {
        return new WizardAct("POST " + path, path, fields, Strangers.REFUSED, () -> owner.put(customer, from), effect);
    }

    private String of(String act) {
        return "/upgrade/customers/" + customer.id + act;
    }

    private static Consumer<HttpResponse<String>> shows(String text) {
        return answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(text);
        };
    }

    private static Consumer<HttpResponse<String>> leads(String path, Runnable effect) {
        return answer -> {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("location").orElse("")).endsWith(path);
            effect.run();
        };
    }

    /** The manager's move stands in the history, and the work it ordered comes to its end. */
    private Runnable moves(Company subject, MigrationEvent event, MigrationState end) {
        return () -> {
            assertThat(owner.moved(subject, event)).isTrue();
            owner.stands(subject, end);
        };
    }

    private Runnable mailed(Company subject) {
        return () -> BothApps.await("invitations again", () -> owner.mailed(subject));
    }
}
