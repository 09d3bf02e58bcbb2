/**
 * The transfer certificate: a signed statement of what moved from one environment to the other, with a Merkle root over
 * the reports, so that any single one can be shown to belong to it. Made and verified here, from files alone: nothing of
 * the engine, of a database or of a network takes part.
 */
@NullMarked
package dev.portolan.certificate;

import org.jspecify.annotations.NullMarked;
