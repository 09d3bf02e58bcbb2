/**
 * The Cloud's part in undoing a transfer: one commit writes the outcome, makes the account active and puts back what left
 * the Portal. Implements the port of the undo. Owns the table undo_outcome.
 */
@NullMarked
package dev.portolan.cloud.undo;

import org.jspecify.annotations.NullMarked;
