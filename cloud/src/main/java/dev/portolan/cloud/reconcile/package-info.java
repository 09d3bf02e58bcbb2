/**
 * Notices that the database of either side was restored from a backup, and compares both sides after it: company by company,
 * what the Portal has decided holds, and what got lost is done anew or said openly (docs/operations/restore.md).
 */
@NullMarked
package dev.portolan.cloud.reconcile;

import org.jspecify.annotations.NullMarked;
