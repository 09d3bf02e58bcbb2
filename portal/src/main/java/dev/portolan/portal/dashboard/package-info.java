/** The first page after sign-in. */
@NullMarked
package dev.portolan.portal.dashboard;

import org.jspecify.annotations.NullMarked;
