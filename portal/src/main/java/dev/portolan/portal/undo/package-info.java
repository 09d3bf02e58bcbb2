/**
 * The Portal's part in undoing a transfer: what the transfer brought leaves again, as entries in the ledger, and is hidden
 * and removed once the Cloud has decided. Until then the tenant stands frozen, and a lease gives it back.
 */
@NullMarked
package dev.portolan.portal.undo;

import org.jspecify.annotations.NullMarked;
