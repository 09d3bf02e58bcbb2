/** The first page after sign-in: what needs a look today. Owns no table. */
@NullMarked
package dev.portolan.portal.dashboard;

import org.jspecify.annotations.NullMarked;
