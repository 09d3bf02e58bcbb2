/** The forms of the steps: what each shows, keeps, refuses and does. */
@NullMarked
package dev.portolan.upgrade.step;

import org.jspecify.annotations.NullMarked;
