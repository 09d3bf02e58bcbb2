/** The first page after sign-in. */
@NullMarked
package dev.portolan.cloud.dashboard;

import org.jspecify.annotations.NullMarked;
