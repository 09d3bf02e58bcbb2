/**
 * The wizard's pages: each step is a resource that shows its saved state and advances the journey, once. One form a step
 * says which fields it keeps, what stops it, and what its work is.
 */
@NullMarked
package dev.portolan.upgrade.wizard;

import org.jspecify.annotations.NullMarked;
