package dev.portolan.cloud.exchange;

import dev.portolan.contract.Cbor;
import dev.portolan.contract.ComparedPortal;
import dev.portolan.contract.Done;
import dev.portolan.contract.Exchange;
import dev.portolan.contract.Hidden;
import dev.portolan.contract.HiddenPage;
import dev.portolan.contract.Keeping;
import dev.portolan.contract.Outcome;
import dev.portolan.contract.Pulse;
import dev.portolan.contract.TenantPage;
import dev.portolan.contract.Tenants;
import dev.portolan.contract.TransferBooks;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.TransfersQuestion;
import org.springframework.stereotype.Component;

/** The Portal, for comparing both sides. */
@Component
class ComparingClient implements ComparedPortal {
    private final PortalLine line;

    ComparingClient(PortalLine line) {
        this.line = line;
    }

    @Override
    public boolean configured() {
        return line.configured();
    }

    @Override
    public Pulse pulse(Pulse own) {
        return send(Exchange.PULSE, own, Pulse.class);
    }

    @Override
    public Tenants tenants(TenantPage page) {
        return send(Exchange.TENANTS, page, Tenants.class);
    }

    @Override
    public TransferBooks compare(TransfersQuestion question) {
        return send(Exchange.COMPARE, question, TransferBooks.class);
    }

    @Override
    public Hidden hidden(HiddenPage page) {
        return send(Exchange.HIDDEN, page, Hidden.class);
    }

    @Override
    public Done keep(Keeping reports) {
        return send(Exchange.KEEP_REPORTS, reports, Done.class);
    }

    @Override
    public Outcome bury(TransferTry order) {
        return send(Exchange.ABORT, order, Outcome.class);
    }

    @Override
    public TransferStock stock(TransferTry order) {
        return send(Exchange.STOCK, order, TransferStock.class);
    }

    @Override
    public Pulse reopen(Pulse own) {
        return send(Exchange.REOPEN, own, Pulse.class);
    }

    private <T> T send(Exchange message, Object body, Class<T> answer) {
        return line.compare(message, Cbor.write(body), answer);
    }
}
