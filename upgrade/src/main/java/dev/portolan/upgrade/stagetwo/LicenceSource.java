package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.RestProvision;
import dev.portolan.contract.TransferTry;
import java.util.Optional;

/** What leaves with a company beside its reports; the Cloud implements it. */
public interface LicenceSource {

    /**
     * Takes everything usable out of every pool, as entries of this transfer and epoch (those of an earlier epoch are
     * reversed in the same commit), and marks open reservations as moved. Expects a transaction bound to the company.
     *
     * @return what the Portal is to store; empty where this epoch does not hold the freeze
     */
    Optional<RestProvision> leave(TransferTry order);
}
