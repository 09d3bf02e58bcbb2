/**
 * Undo: the protocol of the transfer backwards, with the Cloud's outcome row deciding. The order of its steps stands in
 * {@link dev.portolan.upgrade.undo.UndoPlan}; what they read and write in the Cloud comes through a port that the Cloud
 * implements.
 */
@NullMarked
package dev.portolan.upgrade.undo;

import org.jspecify.annotations.NullMarked;
