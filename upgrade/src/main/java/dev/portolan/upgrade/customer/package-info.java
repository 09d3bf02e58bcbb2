/**
 * The partner's end customers on their way: the list with its numbers, the orders that move many at once, and what one
 * customer's row opens to.
 */
@NullMarked
package dev.portolan.upgrade.customer;

import org.jspecify.annotations.NullMarked;
