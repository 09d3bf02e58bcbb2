/**
 * Licences: pools with their balances, reservations and ledger. Owns the tables product, licence_pool, licence_balance,
 * reservation and ledger_entry. The rules come from the library ledger; here they meet rows and locks.
 */
@NullMarked
package dev.portolan.portal.licence;

import org.jspecify.annotations.NullMarked;
