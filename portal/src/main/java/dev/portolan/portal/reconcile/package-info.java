/**
 * Tells the Cloud what stands here of transfers, after a database of either side was restored from a backup, and notices
 * such a restore. Writes only what the comparison asks for.
 */
@NullMarked
package dev.portolan.portal.reconcile;

import org.jspecify.annotations.NullMarked;
