/**
 * The promises of a transfer, checked over both databases by plain SQL and SHA-256. Depends on nothing of the product: not
 * its rules, not its format, only on what its tables say.
 */
@NullMarked
package dev.portolan.crash.promise;

import org.jspecify.annotations.NullMarked;
