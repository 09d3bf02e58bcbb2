/**
 * Enumerates what the Cloud has of a company that moves, for the comparison with the Portal. Shares nothing with the code
 * that copies.
 */
@NullMarked
package dev.portolan.cloud.proof;

import org.jspecify.annotations.NullMarked;
