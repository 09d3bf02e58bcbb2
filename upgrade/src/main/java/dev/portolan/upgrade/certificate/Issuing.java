package dev.portolan.upgrade.certificate;

import dev.portolan.certificate.Digests;
import dev.portolan.certificate.LeafBlock;
import dev.portolan.certificate.MerkleTree;
import dev.portolan.certificate.SignedStatement;
import dev.portolan.certificate.Statement;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.wizard.UpgradeNames;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes down what moved, and signs it. */
@Component
class Issuing {
    private final Tenancy tenancy;
    private final Inventory inventory;
    private final CertificateStore store;
    private final CertificateKey key;
    private final UpgradeNames names;
    private final URI cloudUrl;
    private final Clock clock;

    Issuing(
            Tenancy tenancy,
            Inventory inventory,
            CertificateStore store,
            CertificateKey key,
            UpgradeNames names,
            @Value("${portolan.public-url}") URI cloudUrl,
            Clock clock) {
        this.tenancy = tenancy;
        this.inventory = inventory;
        this.store = store;
        this.key = key;
        this.names = names;
        this.cloudUrl = cloudUrl;
        this.clock = clock;
    }

    /** The same for every try to certify this end. */
    static UUID id(TransferTry order) {
        return Digests.id(order.tenant() + "/" + order.transfer() + "/" + order.epoch());
    }

    /** Reads both the leaves, block by block, and everything else; keeps the blocks, and answers what is to be kept. */
    Certified issue(TransferEnd end) {
        var id = id(end.order());
        var leaves = leaves(end, id);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var order = end.order();
        var statement = new Statement(
                Statement.TYPE,
                id,
                now,
                new Statement.Environment(names.cloud(), cloudUrl.toString()),
                new Statement.Environment(names.portal(), names.portalUrl()),
                party(order.tenant()),
                new Statement.Order(party(end.runner().value()), person(end.runner(), end.by()), end.orderedAt()),
                new Statement.Scope(end.months(), end.zone(), end.from(), end.activatedAt()),
                new Statement.Transfer(order.transfer(), order.epoch(), "ACTIVATED", end.activatedAt(), end.provedAt()),
                reports(order.tenant(), end.from(), leaves),
                bound(order, () -> inventory.licences(order)),
                rest(order, end.users()),
                null);
        return certified(id, end, statement, now);
    }

    private Certified certified(UUID id, TransferEnd end, Statement statement, Instant now) {
        return new Certified(id, end.order(), end.runner(), id, null, SignedStatement.of(statement, key.key()), now);
    }

    /** A successor that takes the certificate back. */
    Certified revoke(Certified certified, CompanyId runner, UUID by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = Digests.id(certified.id() + "/revoked");
        var said = certified.signed().statement();
        var statement = new Statement(
                Statement.TYPE,
                id,
                now,
                said.from(),
                said.to(),
                said.company(),
                said.order(),
                said.scope(),
                said.transfer(),
                said.reports(),
                said.licences(),
                said.rest(),
                new Statement.Revocation(certified.id(), certified.issuedAt(), person(runner, by), now));
        return new Certified(
                id,
                certified.order(),
                certified.runner(),
                certified.leaves(),
                certified.id(),
                SignedStatement.of(statement, key.key()),
                now);
    }

    private record Leaves(long count, byte[] root) {}

    private Leaves leaves(TransferEnd end, UUID id) {
        var company = end.order().tenant();
        List<byte[]> roots = new ArrayList<>();
        @Nullable UUID after = null;
        long count = 0;
        var from = end.from();
        while (from != null) {
            var last = after;
            var block = bound(end.order(), () -> inventory.reports(company, from, last, LeafBlock.LEAVES));
            if (block.isEmpty()) break;
            var root = LeafBlock.root(block);
            int number = roots.size();
            tenancy.run(new CompanyId(company), () -> store.block(company, id, number, block, root));
            roots.add(root);
            count += block.size();
            after = block.getLast().document();
        }
        return new Leaves(count, MerkleTree.root(roots));
    }

    private Statement.Reports reports(UUID company, @Nullable Instant from, Leaves leaves) {
        var root = HexFormat.of().formatHex(leaves.root());
        if (from == null) return new Statement.Reports(0, 0, null, null, List.of(), root);
        var figures = tenancy.within(new CompanyId(company), () -> inventory.figures(company, from));
        return new Statement.Reports(
                leaves.count(), figures.bytes(), figures.first(), figures.last(), figures.counts(), root);
    }

    private Statement.Rest rest(TransferTry order, int users) {
        var reservations = bound(order, () -> inventory.reservations(order));
        var workflows = bound(order, () -> inventory.workflows(order));
        return new Statement.Rest(
                reservations.size(), Digests.of(reservations), workflows.size(), Digests.of(workflows), users);
    }

    private Statement.Party party(UUID company) {
        return new Statement.Party(company, tenancy.within(new CompanyId(company), () -> inventory.name(company)));
    }

    private Statement.Party person(CompanyId company, UUID user) {
        var name = tenancy.within(company, () -> inventory.person(company.value(), user));
        return new Statement.Party(user, name.orElse("–"));
    }

    private <T> T bound(TransferTry order, Supplier<T> work) {
        return tenancy.within(new CompanyId(order.tenant()), work);
    }
}
