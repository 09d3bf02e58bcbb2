/**
 * What runs inside the apps' own processes when they are to be broken: their main classes, with beans for fault points and
 * for a clock that jumps. They ask the parent's control port at every point and take its commands on a port of their own;
 * nothing of this is in the product.
 */
@NullMarked
package dev.portolan.crash.child;

import org.jspecify.annotations.NullMarked;
