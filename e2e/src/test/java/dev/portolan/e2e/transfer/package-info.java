/** The transfer between the real parts of both apps, on real databases, without browsers. */
@NullMarked
package dev.portolan.e2e.transfer;

import org.jspecify.annotations.NullMarked;
