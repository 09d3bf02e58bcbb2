/**
 * Reads back what a transfer has stored and computes its digests anew, from the decompressed original bytes. Shares
 * nothing with the intake that wrote it, so that a fault there cannot hide here. Owns the table transfer_proof.
 */
@NullMarked
package dev.portolan.portal.proof;

import org.jspecify.annotations.NullMarked;
