/**
 * Tenants: the companies of the Portal, and what a partner sees of those it manages. Owns the tables tenant and
 * managed_tenant; a partner's list is rows of its own, and a look into a customer's tenant is bound to that tenant and noted.
 */
@NullMarked
package dev.portolan.portal.tenant;

import org.jspecify.annotations.NullMarked;
