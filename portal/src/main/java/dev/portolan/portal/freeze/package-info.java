/**
 * Whether a tenant may erase. Owns the table tenant_freeze, whose row every consuming or reporting transaction holds a
 * share lock on until its commit, so that the undo of a transfer cuts between whole transactions.
 */
@NullMarked
package dev.portolan.portal.freeze;

import org.jspecify.annotations.NullMarked;
