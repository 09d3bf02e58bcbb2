/** Whether a company may still be written to. Owns the table company_freeze, whose row every write of company data
 * holds a share lock on until its commit, so that the freeze of a transfer cuts between whole transactions. */
@NullMarked
package dev.portolan.cloud.freeze;

import org.jspecify.annotations.NullMarked;
