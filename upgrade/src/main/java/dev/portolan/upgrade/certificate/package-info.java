/**
 * Transfer certificates: issued once a transfer is proved, kept, handed to the Portal, and revoked by a successor where a
 * transfer is undone. Owns the tables transfer_certificate and transfer_certificate_block. What it certifies it reads
 * through a port that the Cloud implements with code that takes no part in copying.
 */
@NullMarked
package dev.portolan.upgrade.certificate;

import org.jspecify.annotations.NullMarked;
