package dev.portolan.cloud.exchange;

import dev.portolan.contract.AccessQuestion;
import dev.portolan.contract.BatchReceipt;
import dev.portolan.contract.BroughtBack;
import dev.portolan.contract.Cbor;
import dev.portolan.contract.CertificateCopy;
import dev.portolan.contract.CertificateLeaves;
import dev.portolan.contract.CertificatePages;
import dev.portolan.contract.Cleared;
import dev.portolan.contract.ClientSettings;
import dev.portolan.contract.CompanyAnswer;
import dev.portolan.contract.CompanyQuestion;
import dev.portolan.contract.Done;
import dev.portolan.contract.Exchange;
import dev.portolan.contract.InvitationOrder;
import dev.portolan.contract.Leavers;
import dev.portolan.contract.ManagementPortal;
import dev.portolan.contract.Outcome;
import dev.portolan.contract.PeopleProvision;
import dev.portolan.contract.ProofAnswer;
import dev.portolan.contract.ProofQuestion;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.ReportCount;
import dev.portolan.contract.RestProvision;
import dev.portolan.contract.SettingsQuestion;
import dev.portolan.contract.TenantAccess;
import dev.portolan.contract.TenantProvision;
import dev.portolan.contract.TransferPortal;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.UndoFreeze;
import dev.portolan.contract.UndoOutlook;
import dev.portolan.contract.UndoPage;
import dev.portolan.contract.UndoPortal;
import dev.portolan.contract.UndoStock;
import dev.portolan.contract.UndoTry;
import dev.portolan.contract.Withdrawal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The Portal, as far as the Cloud can see it. */
@Component
class PortalClient implements ManagementPortal, TransferPortal, UndoPortal {
    private final PortalLine line;

    PortalClient(PortalLine line) {
        this.line = line;
    }

    @Override
    public CompanyAnswer check(CompanyQuestion question) {
        return send(Exchange.CHECK, question, CompanyAnswer.class);
    }

    @Override
    public Done provision(TenantProvision tenant) {
        return send(Exchange.PROVISION_TENANT, tenant, Done.class);
    }

    @Override
    public Done provision(PeopleProvision people) {
        return send(Exchange.PROVISION_PEOPLE, people, Done.class);
    }

    @Override
    public Done invite(InvitationOrder order) {
        return send(Exchange.INVITE, order, Done.class);
    }

    @Override
    public TenantAccess access(UUID tenant) {
        return send(Exchange.ACCESS, new AccessQuestion(tenant), TenantAccess.class);
    }

    @Override
    public ClientSettings clientSettings(UUID tenant, UUID user) {
        return send(Exchange.CLIENT_SETTINGS, new SettingsQuestion(tenant, user), ClientSettings.class);
    }

    @Override
    public Outcome open(TransferTry order) {
        return send(Exchange.OPEN, order, Outcome.class);
    }

    @Override
    public BatchReceipt send(ReportBatch batch) {
        return line.send(
                Exchange.SEND_REPORTS,
                Cbor.write(batch),
                BatchReceipt.class,
                batch.header().batch());
    }

    @Override
    public Done withdraw(Withdrawal withdrawal) {
        return send(Exchange.WITHDRAW, withdrawal, Done.class);
    }

    @Override
    public Done send(RestProvision rest) {
        return send(Exchange.SEND_REST, rest, Done.class);
    }

    @Override
    public Done bar(Leavers leavers) {
        return send(Exchange.BAR, leavers, Done.class);
    }

    @Override
    public ProofAnswer prove(ProofQuestion question) {
        return send(Exchange.PROVE, question, ProofAnswer.class);
    }

    @Override
    public TransferStock stock(TransferTry order) {
        return send(Exchange.STOCK, order, TransferStock.class);
    }

    @Override
    public ReportCount count(TransferTry order) {
        return send(Exchange.COUNT, order, ReportCount.class);
    }

    @Override
    public Outcome activate(TransferTry order) {
        return send(Exchange.ACTIVATE, order, Outcome.class);
    }

    @Override
    public Outcome abort(TransferTry order) {
        return send(Exchange.ABORT, order, Outcome.class);
    }

    @Override
    public Outcome outcome(TransferTry order) {
        return send(Exchange.OUTCOME, order, Outcome.class);
    }

    @Override
    public Done complete(TransferTry order) {
        return send(Exchange.COMPLETE, order, Done.class);
    }

    @Override
    public Done keep(CertificateLeaves leaves) {
        return send(Exchange.KEEP_LEAVES, leaves, Done.class);
    }

    @Override
    public Done keep(CertificateCopy certificate) {
        return send(Exchange.KEEP_CERTIFICATE, certificate, Done.class);
    }

    @Override
    public Done keep(CertificatePages pages) {
        return send(Exchange.KEEP_PAGES, pages, Done.class);
    }

    @Override
    public UndoOutlook outlook(UndoTry undo) {
        return send(Exchange.UNDO_OUTLOOK, undo, UndoOutlook.class);
    }

    @Override
    public Done freeze(UndoFreeze freeze) {
        return send(Exchange.UNDO_FREEZE, freeze, Done.class);
    }

    @Override
    public UndoStock leave(UndoTry undo) {
        return send(Exchange.UNDO_LEAVE, undo, UndoStock.class);
    }

    @Override
    public UndoStock commit(UndoTry undo) {
        return send(Exchange.UNDO_COMMIT, undo, UndoStock.class);
    }

    @Override
    public Done settle(UndoTry undo) {
        return send(Exchange.UNDO_SETTLE, undo, Done.class);
    }

    @Override
    public Done abort(UndoTry undo) {
        return send(Exchange.UNDO_ABORT, undo, Done.class);
    }

    @Override
    public BroughtBack broughtBack(UndoPage page) {
        return send(Exchange.UNDO_REPORTS, page, BroughtBack.class);
    }

    @Override
    public Cleared clear(UndoTry undo) {
        return send(Exchange.UNDO_CLEAR, undo, Cleared.class);
    }

    private <T> T send(Exchange message, Object body, Class<T> answer) {
        return line.send(message, Cbor.write(body), answer);
    }
}
