/** Which companies may upgrade. Owns the table entitlement; the vendor's operator adds to it, and every manager of the
 * company gets a mail. Whoever asks whether a company is entitled, asks here. */
@NullMarked
package dev.portolan.cloud.entitlement;

import org.jspecify.annotations.NullMarked;
