package dev.portolan.portal.exchange;

import dev.portolan.contract.AccessQuestion;
import dev.portolan.contract.Cbor;
import dev.portolan.contract.CertificateCopy;
import dev.portolan.contract.CertificateLeaves;
import dev.portolan.contract.CertificatePages;
import dev.portolan.contract.CompanyQuestion;
import dev.portolan.contract.Exchange;
import dev.portolan.contract.HiddenPage;
import dev.portolan.contract.InvitationOrder;
import dev.portolan.contract.Keeping;
import dev.portolan.contract.Leavers;
import dev.portolan.contract.PeopleProvision;
import dev.portolan.contract.ProofQuestion;
import dev.portolan.contract.Pulse;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.RestProvision;
import dev.portolan.contract.SettingsQuestion;
import dev.portolan.contract.TenantPage;
import dev.portolan.contract.TenantProvision;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.TransfersQuestion;
import dev.portolan.contract.UndoFreeze;
import dev.portolan.contract.UndoPage;
import dev.portolan.contract.UndoTry;
import dev.portolan.contract.Withdrawal;
import dev.portolan.platform.traces.Traces;
import dev.portolan.portal.certificate.CertificateIntake;
import dev.portolan.portal.intake.Outcomes;
import dev.portolan.portal.intake.ReportIntake;
import dev.portolan.portal.intake.RestIntake;
import dev.portolan.portal.proof.Proof;
import dev.portolan.portal.reconcile.Books;
import dev.portolan.portal.reconcile.Pulses;
import dev.portolan.portal.undo.Outlooks;
import dev.portolan.portal.undo.Undoing;
import org.springframework.stereotype.Component;

/** Who answers which message. */
@Component
class Messages {
    private final Questions questions;
    private final TenantProvisioning tenants;
    private final PeopleProvisioning people;
    private final Inviting inviting;
    private final Outcomes outcomes;
    private final ReportIntake reports;
    private final RestIntake rest;
    private final Proof proof;
    private final CertificateIntake certificates;
    private final Undoing undoing;
    private final Outlooks outlooks;
    private final Pulses pulses;
    private final Books books;

    Messages(
            Questions questions,
            TenantProvisioning tenants,
            PeopleProvisioning people,
            Inviting inviting,
            Outcomes outcomes,
            ReportIntake reports,
            RestIntake rest,
            Proof proof,
            CertificateIntake certificates,
            Undoing undoing,
            Outlooks outlooks,
            Pulses pulses,
            Books books) {
        this.questions = questions;
        this.tenants = tenants;
        this.people = people;
        this.inviting = inviting;
        this.outcomes = outcomes;
        this.reports = reports;
        this.rest = rest;
        this.proof = proof;
        this.certificates = certificates;
        this.undoing = undoing;
        this.outlooks = outlooks;
        this.pulses = pulses;
        this.books = books;
    }

    private static ReportBatch named(ReportBatch batch) {
        Traces.batch(batch.header().batch());
        return batch;
    }

    Object answer(Exchange message, byte[] body) {
        return switch (message) {
            case CHECK -> questions.check(Cbor.read(body, CompanyQuestion.class));
            case ACCESS -> questions.access(Cbor.read(body, AccessQuestion.class));
            case CLIENT_SETTINGS -> questions.clientSettings(Cbor.read(body, SettingsQuestion.class));
            case PROVISION_TENANT -> tenants.provision(Cbor.read(body, TenantProvision.class));
            case PROVISION_PEOPLE -> people.provision(Cbor.read(body, PeopleProvision.class));
            case BAR -> people.bar(Cbor.read(body, Leavers.class));
            case INVITE -> inviting.invite(Cbor.read(body, InvitationOrder.class));
            case OPEN -> outcomes.open(order(body));
            case SEND_REPORTS -> reports.take(named(Cbor.readBatch(body)));
            case WITHDRAW -> reports.withdraw(Cbor.read(body, Withdrawal.class));
            case SEND_REST -> rest.take(Cbor.read(body, RestProvision.class));
            case PROVE -> proof.prove(Cbor.read(body, ProofQuestion.class));
            case STOCK -> proof.stock(order(body));
            case COUNT -> proof.count(order(body));
            case ACTIVATE -> outcomes.activate(order(body));
            case ABORT -> outcomes.abort(order(body));
            case OUTCOME -> outcomes.outcome(order(body));
            case COMPLETE -> outcomes.complete(order(body));
            case KEEP_LEAVES -> certificates.keep(Cbor.read(body, CertificateLeaves.class));
            case KEEP_CERTIFICATE -> certificates.keep(Cbor.read(body, CertificateCopy.class));
            case KEEP_PAGES -> certificates.keep(Cbor.read(body, CertificatePages.class));
            case UNDO_OUTLOOK -> outlooks.of(undo(body));
            case UNDO_FREEZE -> undoing.freeze(Cbor.read(body, UndoFreeze.class));
            case UNDO_LEAVE -> undoing.leave(undo(body));
            case UNDO_COMMIT -> undoing.commit(undo(body));
            case UNDO_SETTLE -> undoing.settle(undo(body));
            case UNDO_ABORT -> undoing.abort(undo(body));
            case UNDO_REPORTS -> undoing.broughtBack(Cbor.read(body, UndoPage.class));
            case UNDO_CLEAR -> undoing.clear(undo(body));
            case PULSE -> pulses.pulse(Cbor.read(body, Pulse.class));
            case TENANTS -> books.tenants(Cbor.read(body, TenantPage.class));
            case COMPARE -> books.compare(Cbor.read(body, TransfersQuestion.class));
            case HIDDEN -> books.hidden(Cbor.read(body, HiddenPage.class));
            case KEEP_REPORTS -> books.keep(Cbor.read(body, Keeping.class));
            case REOPEN -> pulses.reopen(Cbor.read(body, Pulse.class));
        };
    }

    private static UndoTry undo(byte[] body) {
        return Cbor.read(body, UndoTry.class);
    }

    private static TransferTry order(byte[] body) {
        return Cbor.read(body, TransferTry.class);
    }
}
