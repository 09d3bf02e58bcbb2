/** The companies that a partner manages, as rows of its own. Owns the tables company and managed_company. */
@NullMarked
package dev.portolan.cloud.customer;

import org.jspecify.annotations.NullMarked;
