/**
 * The one class of the demo that runs inside the apps' own processes. It stands alone, without any library, since it
 * is handed to them in a jar of its own.
 */
@NullMarked
package dev.portolan.demo.child;

import org.jspecify.annotations.NullMarked;
