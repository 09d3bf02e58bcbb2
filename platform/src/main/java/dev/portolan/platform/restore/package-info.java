/**
 * Notices that a database was restored from a backup, and keeps the app from writing until both sides were compared. Both
 * apps bring the table {@code restore_watch}: each side draws marks, tells them to the other side and remembers the greatest
 * it has seen; a side that does not know a mark of its own that the other remembers was restored.
 */
@NullMarked
package dev.portolan.platform.restore;

import org.jspecify.annotations.NullMarked;
