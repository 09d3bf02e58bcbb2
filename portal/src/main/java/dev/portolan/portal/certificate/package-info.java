/**
 * The transfer certificates of a tenant: kept as the Cloud has issued them, shown to the tenant and to its partner, with a
 * proof for each report. Owns the tables transfer_certificate and transfer_certificate_block.
 */
@NullMarked
package dev.portolan.portal.certificate;

import org.jspecify.annotations.NullMarked;
