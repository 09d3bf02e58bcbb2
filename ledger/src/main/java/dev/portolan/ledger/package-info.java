/**
 * The rules of licence accounts: quantities, entries, balances, reservations, and the decisions about them.
 * Everything here is a value or a pure function; tables, clocks and texts belong to the apps.
 * Both sides of a transfer count by these rules, so that a sum over both can be compared.
 */
@NullMarked
package dev.portolan.ledger;

import org.jspecify.annotations.NullMarked;
