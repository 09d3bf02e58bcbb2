/** Who of a company gets into the Portal, and how its erasure clients will: asked of the Portal, never guessed. */
@NullMarked
package dev.portolan.upgrade.access;

import org.jspecify.annotations.NullMarked;
