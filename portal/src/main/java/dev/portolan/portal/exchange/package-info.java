/**
 * Where the Cloud reaches the Portal: a port of its own that asks for a client certificate, the messages of the contract,
 * and the provisioning of stage one. Owns the table exchange_receipt.
 */
@NullMarked
package dev.portolan.portal.exchange;

import org.jspecify.annotations.NullMarked;
