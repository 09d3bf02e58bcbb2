/**
 * Takes in what a transfer brings: reports by COPY, workflows, pools, balances and reservations, hidden until the
 * transfer's outcome row says so. Owns the tables transfer, transfer_batch and transfer_outcome.
 */
@NullMarked
package dev.portolan.portal.intake;

import org.jspecify.annotations.NullMarked;
